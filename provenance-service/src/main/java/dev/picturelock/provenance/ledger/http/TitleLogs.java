package dev.picturelock.provenance.ledger.http;

import dev.picturelock.kit.access.Caller;
import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import dev.picturelock.provenance.ledger.log.Head;
import dev.picturelock.provenance.ledger.log.Logs;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/// The logs of a title for who may read the title; for everybody else they are not there.
@ApplicationScoped
public class TitleLogs {
  private final Logs logs;
  private final Caller caller;

  TitleLogs(Logs logs, Caller caller) {
    this.logs = logs;
    this.caller = caller;
  }

  public Head growing(String title) {
    caller.requireReader(title);
    return logs.head(title).orElseThrow(() -> none(title));
  }

  public Head one(String title, String log) {
    caller.requireReader(title);
    return numbered(logs.heads(title), log)
        .orElseThrow(() ->
            new ProblemException(
                ProblemType.NOT_FOUND, "title '" + title + "' has no log '" + log + "'"));
  }

  /// Oldest first.
  List<Head> all(String title) {
    caller.requireReader(title);
    var heads = logs.heads(title);
    if (heads.isEmpty()) {
      throw none(title);
    }
    return heads;
  }

  /// The one with this number in its only spelling.
  static Optional<Head> numbered(List<Head> heads, String log) {
    return heads.stream()
        .filter(head -> String.valueOf(head.log().generation()).equals(log))
        .findFirst();
  }

  private static ProblemException none(String title) {
    return new ProblemException(ProblemType.NOT_FOUND, "title '" + title + "' has no log yet");
  }
}
