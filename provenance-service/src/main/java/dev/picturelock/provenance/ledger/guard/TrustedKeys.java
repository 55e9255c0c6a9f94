package dev.picturelock.provenance.ledger.guard;

import dev.picturelock.provenance.ledger.guard.Alarm.Kind;
import dev.picturelock.provenance.ledger.log.Head;
import dev.picturelock.provenance.ledger.log.LogKeys;
import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.note.VerifierKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Which key a log has, as it is known outside the database: the one that signed its newest
/// released checkpoint or, where none is known, one that grows from our master secrets. What the
/// row of the log says is compared with that and proves nothing by itself.
///
/// The first look at a log decides for as long as the process lives: a log never changes its key.
@ApplicationScoped
class TrustedKeys {
  private final LogKeys keys;
  private final Anchors anchors;
  private final Map<String, VerifierKey> byOrigin = new ConcurrentHashMap<>();

  TrustedKeys(LogKeys keys, Anchors anchors) {
    this.keys = keys;
    this.anchors = anchors;
  }

  /// What speaks against the key of the row, if anything does.
  ///
  /// - **Errors:** [IllegalStateException] when a token with a master secret does not answer
  Optional<Finding> objection(Head head) {
    return stated(head)
        .map(key -> objection(head, key))
        .orElseGet(() -> damaged(head, "the row says no key: " + head.verifierKey()));
  }

  private Optional<Finding> objection(Head head, VerifierKey stated) {
    var known = byOrigin.get(head.origin());
    if (known != null && !known.equals(stated)) {
      return damaged(head, "the row says the key %s, the log has %s".formatted(stated, known));
    }
    var objection = known == null ? atFirstSight(head, stated) : Optional.<Finding>empty();
    if (objection.isEmpty()) {
      byOrigin.putIfAbsent(head.origin(), stated);
    }
    return objection;
  }

  /// Whether the log's key signed what claims to be released; of a log that was not looked at yet,
  /// a key of ours that nothing speaks against.
  boolean hasSigned(Anchor claim) {
    var known = byOrigin.get(claim.origin());
    if (known != null) {
      return claim.isSignedBy(known);
    }
    var released = anchors.newest(claim.origin());
    return keys.keyOf(SignedCheckpoint.parse(claim.checkpoint()))
        .filter(key -> released.isEmpty() || released.get().isSignedBy(key))
        .isPresent();
  }

  /// The operator stands up for a log that nothing outside the database knows: what its row says is
  /// believed this once, unless a released checkpoint says otherwise.
  void vouch(Head head) {
    if (anchors.newest(head.origin()).isEmpty()) {
      stated(head)
          .filter(key -> key.name().equals(head.origin()))
          .ifPresent(key -> byOrigin.putIfAbsent(head.origin(), key));
    }
  }

  private Optional<Finding> atFirstSight(Head head, VerifierKey stated) {
    if (!stated.name().equals(head.origin())) {
      return damaged(head, "the row says the key %s, which is called otherwise".formatted(stated));
    }
    var released = anchors.newest(head.origin());
    if (released.isPresent()) {
      return released.get().isSignedBy(stated)
          ? Optional.empty()
          : damaged(
              head,
              "the row says the key %s, size %s was released under another"
                  .formatted(stated, released.get().size()));
    }
    return keys.isOurs(stated)
        ? Optional.empty()
        : found(
            Kind.ANCHORS_LOST,
            head,
            "the row says the key %s, which no master secret here yields and nothing released shows"
                .formatted(stated));
  }

  private Optional<VerifierKey> stated(Head head) {
    try {
      return Optional.of(keys.verifierKey(head));
    } catch (MalformedException | IllegalStateException none) {
      return Optional.empty();
    }
  }

  private static Optional<Finding> damaged(Head head, String detail) {
    return found(Kind.DAMAGED, head, detail);
  }

  private static Optional<Finding> found(Kind kind, Head head, String detail) {
    return Optional.of(new Finding(kind, Alarms.place(head) + ": log_state verifier_key", detail));
  }
}
