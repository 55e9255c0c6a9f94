package dev.picturelock.provenance.ledger;

import dev.picturelock.provenance.ledger.log.Head;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.LeafIndex;
import java.util.Optional;

/// What witnesses have cosigned of our logs. Only committed checkpoints are ever shown to them.
public interface Cosignatures {
  /// The head's checkpoint with the cosignatures that it has so far.
  SignedCheckpoint on(Head head);

  /// The newest checkpoint of this log with the cosignatures that the policy asks for; nothing when
  /// there is none, or no policy.
  Optional<SignedCheckpoint> newestWitnessed(Head head);

  /// The checkpoint that a proof of this entry is best made for: the newest that is witnessed, or
  /// else the newest. How many cosignatures are enough is for the verifier to say.
  default SignedCheckpoint covering(LeafIndex index, Head head) {
    return newestWitnessed(head)
        .filter(witnessed -> witnessed.checkpoint().size().value() > index.value())
        .orElseGet(() -> on(head));
  }
}
