package dev.picturelock.provenance.ledger.guard;

import static java.util.stream.Collectors.joining;

import dev.picturelock.provenance.ledger.log.Head;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The logs of which more was released than the database has: a whole log, or the end of one. Told
/// all at once, as one alarm and as a file that has the form of `accept-loss`, so that the operator
/// decides about all of them before the next start.
@ApplicationScoped
class LostLogs {
  private static final int MOST_NAMED = 20;

  private final Anchors anchors;
  private final AcceptedLosses accepted;
  private final AlarmFile file;
  private final Alarms alarms;

  LostLogs(Anchors anchors, AcceptedLosses accepted, AlarmFile file, Alarms alarms) {
    this.anchors = anchors;
    this.accepted = accepted;
    this.file = file;
    this.alarms = alarms;
  }

  /// - **heads** all that the database has
  /// - **Errors:** an alarm where anything is missing that the operator did not accept as lost
  void requireNone(List<Head> heads) {
    among(anchors.all(), heads)
        .ifPresent(finding -> {
          throw alarms.found(finding);
        });
  }

  /// What was released until now; to be asked before the heads are read, which then have it.
  List<Anchor> released() {
    return anchors.all();
  }

  /// Those of the released logs that the database does not have at all.
  Optional<Finding> missing(List<Anchor> released, List<Head> heads) {
    var there = heads.stream().map(Head::origin).collect(Collectors.toSet());
    return among(
        released.stream().filter(anchor -> !there.contains(anchor.origin())).toList(), heads);
  }

  private Optional<Finding> among(List<Anchor> released, List<Head> heads) {
    var byOrigin = heads.stream().collect(Collectors.toMap(Head::origin, Function.identity()));
    var lost =
        released.stream()
            .filter(anchor -> !accepted.isLost(anchor.origin()))
            .flatMap(anchor -> Lost.of(anchor, byOrigin.get(anchor.origin())).stream())
            .sorted(Comparator.comparing(Lost::origin))
            .toList();
    if (lost.isEmpty()) {
      return Optional.empty();
    }
    file.keepLost(lost.stream().map(Lost::origin).toList());
    return Optional.of(
        new Finding(Alarm.Kind.ROLLED_BACK, list(lost, Lost::where), list(lost, Lost::detail)));
  }

  private static String list(List<Lost> lost, Function<Lost, String> text) {
    var named = lost.stream().limit(MOST_NAMED).map(text).collect(joining("; "));
    return lost.size() <= MOST_NAMED
        ? named
        : "%s; and %d more, all of them in the file lost-logs beside the journals"
            .formatted(named, lost.size() - MOST_NAMED);
  }

  private record Lost(String origin, String where, String detail) {
    static Optional<Lost> of(Anchor released, @Nullable Head head) {
      if (head == null) {
        return Optional.of(
            new Lost(
                released.origin(),
                "log " + released.origin(),
                "size %s with root %s was released, the database has no such log"
                    .formatted(released.size(), released.root())));
      }
      return released.size().compareTo(head.size()) > 0
          ? Optional.of(
              new Lost(
                  head.origin(),
                  Alarms.place(head) + ": " + Alarms.stored(head),
                  Alarms.shorter(head, released)))
          : Optional.empty();
    }
  }
}
