package dev.picturelock.classifier.simulation.http;

import dev.picturelock.classifier.simulation.Question;
import dev.picturelock.contracts.event.TitleId;
import dev.picturelock.kit.problem.Problem.FieldError;
import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What to simulate.
///
/// - **title** whose past is read
/// - **version** of the pack in the address, where that names the id alone; the newest if none
/// - **from**, **to** time of the events, from inclusive, to exclusive
/// - **all** also the events that would come out the same
record SimulationRequest(
    @Nullable String title,
    @Nullable String version,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable Boolean all) {

  /// - **Errors:** [ProblemException] INVALID_BODY with the pointer to what is wrong
  Question about(String pack) {
    if (title == null) {
      throw invalid("/title", "required field is missing", null);
    }
    if (!TitleId.isOne(title)) {
      throw invalid("/title", "want the id of a title, such as harbour-lights", title);
    }
    if (from != null && to != null && !from.isBefore(to)) {
      throw invalid("/to", "want a time later than /from", to.toString());
    }
    return new Question(title, exact(pack), from, to, Boolean.TRUE.equals(all));
  }

  private String exact(String pack) {
    if (version == null || pack.endsWith("@" + version)) {
      return pack;
    }
    if (pack.contains("@")) {
      throw invalid("/version", "the address names another version: " + pack, version);
    }
    return pack + "@" + version;
  }

  private static ProblemException invalid(String at, String detail, @Nullable String value) {
    return new ProblemException(
        ProblemType.INVALID_BODY, at + ": " + detail, new FieldError(at, detail, value, List.of()));
  }
}
