package dev.picturelock.provenance.ledger.guard;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import dev.picturelock.provenance.ledger.log.Head;
import dev.picturelock.provenance.ledger.log.LogKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/// Whether there is a key for every log that is to grow, and a secret for new ones.
///
/// A key that is not there is an alarm, since most often it is only a folder that is not mounted; a
/// fresh secret beside a ledger that has lost its own would hide that. Where it is lost for good
/// the operator says so in the file `accept-key-loss`, one origin a line; that log never grows
/// again, and its title goes on in a new one.
@ApplicationScoped
class KeyLosses {
  private static final int MOST_NAMED = 20;

  private final LogKeys keys;
  private final Anchors anchors;
  private final AlarmFile file;
  private final Alarms alarms;
  private final Set<String> accepted;

  KeyLosses(LogKeys keys, Anchors anchors, AlarmFile file, Alarms alarms, GuardConfig config) {
    this.keys = keys;
    this.anchors = anchors;
    this.file = file;
    this.alarms = alarms;
    this.accepted = AcceptedLosses.read(config.anchorsDir().resolve("accept-key-loss"));
  }

  /// Finds the secret that another instance has made since this one began.
  void lookAgain() {
    keys.findSecret();
  }

  /// Whether nobody can sign the log any more.
  boolean isLost(Head head) {
    return !keys.canSign(head);
  }

  /// Makes the secret of a new installation, and the one of a token that is new to it. Should we
  /// die before its first log begins, the next start finds it and goes on.
  ///
  /// - **heads** of all logs of all titles, those of one title in their order
  /// - **Errors:** an alarm for all growing logs whose key is missing
  void requireAll(List<Head> heads) {
    var missing =
        growing(heads).stream().filter(head -> isLost(head) && !isAccepted(head)).toList();
    if (!missing.isEmpty()) {
      throw stop(missing);
    }
    if (keys.lackSecret()) {
      requireNothingForgotten(heads);
      keys.makeSecret();
    }
  }

  /// An empty database says nothing about keys where the journals remember logs.
  private void requireNothingForgotten(List<Head> heads) {
    int released = anchors.all().size();
    if (heads.isEmpty() && released > 0 && accepted.isEmpty()) {
      throw alarms.keyLost(
          "the signing keys",
          "%d logs were released, and there are only %s".formatted(released, keys.secrets()));
    }
  }

  /// - **Errors:** an alarm where the key is missing, and [LogEndedException] where that is
  ///   accepted
  void require(Head head) {
    if (isLost(head)) {
      requireAccepted(head);
      throw LogEndedException.withoutKey(head.titleId());
    }
  }

  /// - **Errors:** an alarm where nobody has said that the missing key is lost
  void requireAccepted(Head head) {
    if (!isAccepted(head)) {
      throw stop(List.of(head));
    }
  }

  private boolean isAccepted(Head head) {
    return accepted.contains(head.origin());
  }

  private SigningStoppedException stop(List<Head> missing) {
    file.keepKeyless(missing.stream().map(Head::origin).toList());
    var named = missing.stream().limit(MOST_NAMED).map(Alarms::place).collect(joining("; "));
    return alarms.keyLost(
        named,
        ("%d growing logs have keys that none of %s yields, the first one %s; all of them are in the file"
                + " lost-keys beside the journals")
            .formatted(missing.size(), keys.secrets(), missing.getFirst().verifierKey()));
  }

  private static Collection<Head> growing(List<Head> heads) {
    return heads.stream()
        .collect(toMap(Head::titleId, head -> head, (_, later) -> later, LinkedHashMap::new))
        .values();
  }
}
