package dev.picturelock.provenance.ledger.witness;

import dev.picturelock.provenance.ledger.Cosignatures;
import dev.picturelock.provenance.ledger.log.Head;
import dev.picturelock.provenance.ledger.log.LogKeys;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// The cosignatures of the policy's witnesses, out of the book; without a policy there are none.
@ApplicationScoped
class StoredCosignatures implements Cosignatures {
  private final WitnessPolicy policy;
  private final CosignatureBook book;
  private final LogKeys keys;

  StoredCosignatures(WitnessPolicy policy, CosignatureBook book, LogKeys keys) {
    this.policy = policy;
    this.book = book;
    this.keys = keys;
  }

  @Override
  public SignedCheckpoint on(Head head) {
    var signed = SignedCheckpoint.parse(head.checkpoint());
    return policy.covers(head.log()) ? signed.with(book.on(head.log(), head.size())) : signed;
  }

  @Override
  public Optional<SignedCheckpoint> newestWitnessed(Head head) {
    return policy
        .of(head.log(), keys.verifierKey(head))
        .flatMap(rules ->
            book.newestFirst(head.log()).stream()
                .filter(cosigned -> rules.evaluate(cosigned).isSatisfied())
                .findFirst());
  }
}
