package dev.picturelock.provenance.lineage.http;

import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import dev.picturelock.provenance.ledger.log.Entries;
import dev.picturelock.provenance.lineage.LineageGraph.Direction;
import dev.picturelock.provenance.lineage.Position;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/// The query parameters of lineage calls.
///
/// - **direction** up (default) or down
/// - **depth** edges to follow, 1 to 100, default 100
/// - **at** a ledger size such as 57, or an instant such as 2026-11-22T10:00:00Z; default now
@ApplicationScoped
public class LineageQuery {
  private static final int MAX_DEPTH = 100;

  private static final Instant EARLIEST = Instant.EPOCH;

  private final Entries entries;
  private final InstantSource clock;

  LineageQuery(Entries entries, InstantSource clock) {
    this.entries = entries;
    this.clock = clock;
  }

  public static Direction direction(@Nullable String text) {
    return switch (text == null ? "up" : text) {
      case "up" -> Direction.UP;
      case "down" -> Direction.DOWN;
      default -> throw invalid("direction: want up or down, got '" + text + "'");
    };
  }

  public static int depth(@Nullable String text) {
    if (text == null) {
      return MAX_DEPTH;
    }
    long depth = number("depth", text);
    if (depth < 1 || depth > MAX_DEPTH) {
      throw invalid("depth: want 1 to " + MAX_DEPTH + ", got '" + text + "'");
    }
    return (int) depth;
  }

  public Position position(String titleId, @Nullable String at) {
    if (at == null) {
      return Position.NOW;
    }
    if (at.matches("\\d{1,18}")) {
      return new Position(Long.parseLong(at));
    }
    try {
      var instant = Instant.parse(at);
      if (instant.isBefore(EARLIEST) || instant.isAfter(clock.instant())) {
        throw invalid("at: want a time that has been, got '" + at + "'");
      }
      return new Position(entries.sizeAt(titleId, instant));
    } catch (DateTimeParseException neither) {
      throw invalid(
          "at: want a ledger size or an instant such as 2026-11-22T10:00:00Z, got '" + at + "'");
    }
  }

  static long number(String name, String text) {
    if (!text.matches("\\d{1,18}")) {
      throw invalid(name + ": want a whole number, got '" + text + "'");
    }
    return Long.parseLong(text);
  }

  private static ProblemException invalid(String detail) {
    return new ProblemException(ProblemType.INVALID_PARAMETER, detail);
  }
}
