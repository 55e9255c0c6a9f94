package dev.picturelock.provenance.ledger;

import dev.picturelock.provenance.ledger.guard.Alarms;
import dev.picturelock.provenance.ledger.log.Head;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/// What is done where the stored log does not prove what was signed, whoever asked: it is counted
/// and logged, nothing is signed any more, and nobody gets the proof.
@ApplicationScoped
public class BrokenProofs {
  private static final Logger LOG = Logger.getLogger(BrokenProofs.class);

  private final Alarms alarms;
  private final UnverifiableReceipts counter;

  BrokenProofs(Alarms alarms, UnverifiableReceipts counter) {
    this.alarms = alarms;
    this.counter = counter;
  }

  /// An entry is not proven; the answer is what to throw.
  UnverifiableReceiptException ofEntry(Head head, long position, String reason) {
    tell(head, "log_entry idx " + position, reason);
    return new UnverifiableReceiptException(
        "entry %d is in %s".formatted(position - head.first(), head.origin()));
  }

  /// It is not proven that the log of logs commits to a checkpoint; the answer is what to throw.
  public UnverifiableReceiptException ofAnchor(Head head, long size, String reason) {
    tell(head, "log_anchor size " + size, reason);
    return new UnverifiableReceiptException(
        "the log of logs commits to size %d of %s".formatted(size, head.origin()));
  }

  private void tell(Head head, String where, String reason) {
    counter.count();
    LOG.errorf("proof does not verify log=%s at=%s reason=%s", head.log(), where, reason);
    var _ = alarms.damaged(head, where, reason);
  }
}
