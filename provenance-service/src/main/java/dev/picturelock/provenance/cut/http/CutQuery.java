package dev.picturelock.provenance.cut.http;

import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import dev.picturelock.provenance.cut.AsOf;
import dev.picturelock.provenance.cut.ReadCuts;
import dev.picturelock.provenance.cut.Verdict;
import dev.picturelock.provenance.lineage.http.LineageQuery;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The query parameters of cuts.
@ApplicationScoped
class CutQuery {
  private static final int PAGE = 100;
  private static final int LARGEST_PAGE = 1_000;
  private static final int LONGEST_NUMBER = 9;

  private final LineageQuery lineage;
  private final ReadCuts cuts;

  CutQuery(LineageQuery lineage, ReadCuts cuts) {
    this.lineage = lineage;
    this.cuts = cuts;
  }

  /// A ledger size is judged at the time of its last entry, an instant at that instant.
  AsOf asOf(String titleId, @Nullable String at) {
    var position = lineage.position(titleId, at);
    return at == null || at.chars().allMatch(Character::isDigit)
        ? cuts.asOf(titleId, position)
        : new AsOf(position, Instant.parse(at));
  }

  static int limit(@Nullable String text) {
    var limit = text == null ? PAGE : number("limit", text);
    if (limit < 1 || limit > LARGEST_PAGE) {
      throw invalid("limit: want 1 to " + LARGEST_PAGE + ", got '" + text + "'");
    }
    return limit;
  }

  static Optional<Verdict> verdict(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    var known = Arrays.stream(Verdict.values()).filter(one -> one.name().equals(text)).findFirst();
    if (known.isEmpty()) {
      throw invalid(
          "verdict: want one of " + Arrays.toString(Verdict.values()) + ", got '" + text + "'");
    }
    return known;
  }

  static int number(String name, String text) {
    if (text.isEmpty()
        || text.length() > LONGEST_NUMBER
        || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw invalid(name + ": want a whole number, got '" + text + "'");
    }
    return Integer.parseInt(text);
  }

  private static ProblemException invalid(String detail) {
    return new ProblemException(ProblemType.INVALID_PARAMETER, detail);
  }
}
