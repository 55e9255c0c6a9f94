package dev.picturelock.tlog.policy;

import dev.picturelock.tlog.note.Endorsement;
import java.util.List;

/// What holding a checkpoint against a policy came to.
public sealed interface PolicyResult {

  /// A known log signed the checkpoint, and enough witnesses cosigned it.
  ///
  /// - **endorsements:** every signature by a key of the policy, in the order of the note
  /// - **missing:** the witnesses of the quorum that did not cosign and were not needed
  record Satisfied(
      KnownLog log,
      List<Endorsement> endorsements,
      List<KnownWitness> cosigned,
      List<KnownWitness> missing)
      implements PolicyResult {
    public Satisfied {
      endorsements = List.copyOf(endorsements);
      cosigned = List.copyOf(cosigned);
      missing = List.copyOf(missing);
    }
  }

  /// The checkpoint must not be believed.
  ///
  /// - **step:** the first that did not hold
  /// - **cosigned, missing:** which witnesses of the quorum did and did not cosign; both are empty
  ///   unless the quorum is what failed
  record Unsatisfied(
      Step step, String reason, List<KnownWitness> cosigned, List<KnownWitness> missing)
      implements PolicyResult {
    public Unsatisfied {
      cosigned = List.copyOf(cosigned);
      missing = List.copyOf(missing);
    }

    Unsatisfied(Step step, String reason) {
      this(step, reason, List.of(), List.of());
    }
  }

  /// The steps of an evaluation, in their order.
  enum Step {
    /// The policy lists a log of the checkpoint's origin.
    ORIGIN,
    /// Such a log signed, and no signature by a key of the policy is bad.
    SIGNATURE,
    /// The cosignatures are enough.
    QUORUM
  }

  default boolean isSatisfied() {
    return this instanceof Satisfied;
  }
}
