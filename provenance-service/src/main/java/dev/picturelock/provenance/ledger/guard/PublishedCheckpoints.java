package dev.picturelock.provenance.ledger.guard;

import dev.picturelock.provenance.ledger.log.LogKeys;
import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.note.VerifierKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/// Tells our own checkpoints on the topic from anything else that lies there: only a signature by a
/// key that grows from our master secrets makes a checkpoint ours. What is not ours says nothing
/// about our logs and is left alone.
@ApplicationScoped
class PublishedCheckpoints {
  private static final Logger LOG = Logger.getLogger(PublishedCheckpoints.class);

  private final LogKeys keys;
  private final Anchors anchors;
  private final Past past;
  private final Set<Anchor> sent = Collections.newSetFromMap(new Newest());

  PublishedCheckpoints(LogKeys keys, Anchors anchors, Past past) {
    this.keys = keys;
    this.anchors = anchors;
    this.past = past;
  }

  /// Everything on the topic. A signature costs more than all the rest, so of each log only the
  /// newest checkpoint is checked, unless that one turns out not to be ours or there is another
  /// tree of its size.
  ///
  /// - **Errors:** [Anchors.ContradictionException], or anything when the broker cannot be asked
  void learnAll(CheckpointTopic topic) {
    var newest = new HashMap<String, Anchor>();
    topic.readToEnd(value ->
        parse(value)
            .ifPresent(claim -> {
              var known = newest.get(claim.origin());
              if (known != null) {
                requireNoFork(known, claim);
              }
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

  /// What comes while everything goes on. Another instance that signs another past may lag behind
  /// ours, so what is older than the newest is held against the tiles.
  ///
  /// - **Errors:** [Anchors.ContradictionException], or anything when the database cannot be asked
  void follow(byte[] value) {
    parse(value)
        .filter(claim -> !isNewest(claim) && !wasSent(claim))
        .filter(this::isOurs)
        .ifPresent(this::takeIn);
  }

  /// To be told of what this instance sends, which comes back soon and needs no second look.
  void sending(Collection<Anchor> leaving) {
    synchronized (sent) {
      sent.addAll(leaving);
    }
  }

  private void takeIn(Anchor claim) {
    var newest = anchors.newest(claim.origin());
    if (newest.filter(known -> known.isNewerThan(claim)).isPresent()) {
      if (!past.has(claim)) {
        throw Anchors.ContradictionException.ofPast(claim, newest.get());
      }
    } else {
      anchors.learn(claim);
    }
  }

  private boolean isNewest(Anchor claim) {
    return anchors.newest(claim.origin()).filter(claim::isSameTreeAs).isPresent();
  }

  private boolean wasSent(Anchor claim) {
    synchronized (sent) {
      return sent.contains(claim);
    }
  }

  private void learn(byte[] value) {
    parse(value).filter(anchor -> !isKnown(anchor)).filter(this::isOurs).ifPresent(anchors::learn);
  }

  private void requireNoFork(Anchor known, Anchor claim) {
    if (claim.contradicts(known) && isOurs(known) && isOurs(claim)) {
      throw new Anchors.ContradictionException(known, claim);
    }
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

  /// Most of what lies there is what we sent ourselves.
  private boolean isKnown(Anchor anchor) {
    return anchors
        .newest(anchor.origin())
        .filter(known -> !anchor.isNewerThan(known) && !anchor.contradicts(known))
        .isPresent();
  }

  private static final class Newest extends LinkedHashMap<Anchor, Boolean> {
    private static final long serialVersionUID = 1;
    private static final int MOST = 4_096;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Anchor, Boolean> eldest) {
      return size() > MOST;
    }
  }
}
