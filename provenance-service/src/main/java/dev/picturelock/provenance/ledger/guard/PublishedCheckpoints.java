package dev.picturelock.provenance.ledger.guard;

import dev.picturelock.provenance.ledger.log.LogKeys;
import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.note.VerifierKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Tells our own checkpoints on the topic from anything else that lies there: only a signature by a
/// key that grows from our master secrets makes a checkpoint ours. What is not ours says nothing
/// about our logs and is left alone.
@ApplicationScoped
class PublishedCheckpoints {
  private static final Logger LOG = Logger.getLogger(PublishedCheckpoints.class);

  private final LogKeys keys;
  private final Anchors anchors;

  PublishedCheckpoints(LogKeys keys, Anchors anchors) {
    this.keys = keys;
    this.anchors = anchors;
  }

  /// Everything on the topic. A signature costs more than all the rest, so of each log only the
  /// newest checkpoint is checked, unless that one turns out not to be ours.
  ///
  /// - **Errors:** [Anchors.ContradictionException], or anything when the broker cannot be asked
  void learnAll(CheckpointTopic topic) {
    var newest = new HashMap<String, Anchor>();
    topic.readToEnd(value ->
        parse(value)
            .ifPresent(claim -> {
              var known = newest.get(claim.origin());
              if (known == null || claim.isNewerThan(known)) {
                newest.put(claim.origin(), claim);
              }
            }));
    boolean allOurs = newest.values().stream().allMatch(claim -> isKnown(claim) || isOurs(claim));
    if (allOurs) {
      newest.values().forEach(anchors::learn);
    } else {
      topic.readToEnd(this::learn);
    }
  }

  /// - **Errors:** [Anchors.ContradictionException]
  void learn(byte[] value) {
    parse(value).filter(anchor -> !isKnown(anchor)).filter(this::isOurs).ifPresent(anchors::learn);
  }

  private static Optional<Anchor> parse(byte[] value) {
    try {
      return Optional.of(Anchor.parse(new String(value, StandardCharsets.UTF_8)));
    } catch (MalformedException notOne) {
      LOG.warnf("checkpoint topic holds something else: %s", notOne.getMessage());
      return Optional.empty();
    }
  }

  private boolean isOurs(Anchor anchor) {
    var key = keys.keyOf(SignedCheckpoint.parse(anchor.checkpoint()));
    if (key.isEmpty()) {
      LOG.warnf(
          "checkpoint topic holds a checkpoint that is not ours origin=%s size=%s",
          anchor.origin(), anchor.size());
    }
    key.ifPresent(signer -> requireSameKey(anchor, signer));
    return key.isPresent();
  }

  /// Every master secret yields a key for every log, also one that was stolen and is kept for the
  /// logs that it began; only one of them is the log's.
  private void requireSameKey(Anchor anchor, VerifierKey signer) {
    anchors
        .newest(anchor.origin())
        .filter(known -> !known.isSignedBy(signer))
        .ifPresent(known -> {
          throw Anchors.ContradictionException.ofKeys(known, anchor);
        });
  }

  /// Most of what comes is what we sent ourselves.
  private boolean isKnown(Anchor anchor) {
    return anchors
        .newest(anchor.origin())
        .filter(known -> !anchor.isNewerThan(known) && !anchor.contradicts(known))
        .isPresent();
  }
}
