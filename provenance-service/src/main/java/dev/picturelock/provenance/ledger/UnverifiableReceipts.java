package dev.picturelock.provenance.ledger;

/// Counts the receipts and anchors that were not given out because they did not hold. Any number
/// but 0 means that what is stored was changed or lost.
public interface UnverifiableReceipts {
  void count();
}
