package dev.picturelock.provenance.ledger.witness;

import dev.picturelock.provenance.ledger.Cosignatures;
import dev.picturelock.provenance.ledger.log.Entries;
import dev.picturelock.provenance.ledger.log.Head;
import dev.picturelock.provenance.ledger.log.LogId;
import dev.picturelock.provenance.ledger.log.Logs;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/// Since when the log of logs lacks the cosignatures that the policy asks for.
///
/// It is read from what is stored, so that a restart does not make it look better.
@ApplicationScoped
public class QuorumWatch {
  private final WitnessPolicy policy;
  private final Cosignatures cosignatures;
  private final Logs logs;
  private final Entries entries;

  QuorumWatch(WitnessPolicy policy, Cosignatures cosignatures, Logs logs, Entries entries) {
    this.policy = policy;
    this.cosignatures = cosignatures;
    this.logs = logs;
    this.entries = entries;
  }

  /// Whether there is a policy at all.
  public boolean isOn() {
    return policy.policy().isPresent();
  }

  /// When the first entry was added that no witnessed checkpoint covers; nothing when all are
  /// covered, which they never quite are while the newest entry is on its way.
  public Optional<Instant> missingSince() {
    return isOn() ? logs.head(LogId.LOG_OF_LOGS).flatMap(this::missingSince) : Optional.empty();
  }

  private Optional<Instant> missingSince(Head head) {
    long covered =
        cosignatures
            .newestWitnessed(head)
            .map(witnessed -> witnessed.checkpoint().size().value())
            .orElse(0L);
    return covered >= head.size().value()
        ? Optional.empty()
        : entries.timeOf(LogId.LOG_OF_LOGS, head.first() + covered + 1);
  }
}
