package dev.picturelock.cli.verify;

import static java.util.Objects.requireNonNull;

import dev.picturelock.tlog.anchor.Anchor;
import dev.picturelock.tlog.anchor.AnchorResult;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.note.VerifierKey;
import dev.picturelock.tlog.policy.KnownLog;
import dev.picturelock.tlog.policy.Policy;
import dev.picturelock.tlog.receipt.Receipt;
import dev.picturelock.tlog.receipt.ReceiptResult;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Whom the user believes.
///
/// - **keys:** of logs; may be empty where there is a policy
/// - **policy:** its logs count where there are no keys, its witnesses and quorum always
/// - **origin:** the one expected, where it is not the name of the key; never beside a policy
record Trust(List<VerifierKey> keys, @Nullable Policy policy, @Nullable String origin) {

  Trust {
    keys = List.copyOf(keys);
    if (keys.isEmpty() && policy == null) {
      throw new IllegalArgumentException("want a key or a policy");
    }
  }

  boolean hasPolicy() {
    return policy != null;
  }

  ReceiptResult verify(Receipt receipt, Hash leaf) {
    var checkpoint = receipt.checkpoint();
    if (policy != null) {
      return receipt.verify(leaf, policyFor(policy, checkpoint));
    }
    var key = keyOf(checkpoint);
    return receipt.verify(leaf, origin == null ? key.name() : origin, key, List.of());
  }

  /// The policy that a checkpoint is held against: that of the user, or his keys without witnesses.
  Policy policyFor(SignedCheckpoint checkpoint) {
    return policy == null ? Policy.ofLog(keyOf(checkpoint)) : policyFor(policy, checkpoint);
  }

  /// Who is believed about the log of logs, whose key it is or is in the policy: its checkpoint is
  /// the one that the witnesses of a policy see.
  Policy aboutLogOfLogs(@Nullable VerifierKey key) {
    if (policy == null) {
      return Policy.ofLog(requireNonNull(key, "want a key or a policy"));
    }
    return key == null ? policy : policy.forLog(key);
  }

  /// The same, and these keys of logs as well.
  Trust and(List<VerifierKey> more) {
    return logKeys().containsAll(more)
        ? this
        : new Trust(Stream.concat(logKeys().stream(), more.stream()).toList(), policy, origin);
  }

  /// The same keys without the policy.
  Trust withoutPolicy() {
    return new Trust(keys, null, origin);
  }

  AnchorResult verify(Anchor anchor, SignedCheckpoint checkpoint, Policy logOfLogs) {
    var key = keyOf(checkpoint);
    return anchor.verify(key, origin == null ? key.name() : origin, logOfLogs);
  }

  /// Who has to sign the checkpoint, in words.
  String signer(SignedCheckpoint checkpoint) {
    return keysOf(checkpoint).findFirst().map(key -> key.name() + "+" + key.id()).orElse("nobody");
  }

  /// Whether this is a log key that is believed.
  boolean believes(VerifierKey key) {
    return logKeys().contains(key);
  }

  private Stream<VerifierKey> keysOf(SignedCheckpoint checkpoint) {
    return logKeys().stream()
        .filter(key -> origin != null || key.name().equals(checkpoint.checkpoint().origin()));
  }

  private List<VerifierKey> logKeys() {
    return keys.isEmpty() && policy != null
        ? policy.logs().stream().map(KnownLog::key).toList()
        : keys;
  }

  private Policy policyFor(Policy all, SignedCheckpoint checkpoint) {
    return keys.isEmpty() ? all : all.forLog(keyOf(checkpoint));
  }

  /// The key of the checkpoint's log; where there is none, any, which then does not fit.
  private VerifierKey keyOf(SignedCheckpoint checkpoint) {
    return keysOf(checkpoint).findFirst().orElseGet(keys::getFirst);
  }
}
