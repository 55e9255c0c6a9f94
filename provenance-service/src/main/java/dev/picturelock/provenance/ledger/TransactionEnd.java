package dev.picturelock.provenance.ledger;

import dev.picturelock.kit.transaction.AfterCompletion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;

/// What is done when the running transaction has ended, in the order in which it was asked for. A
/// commit whose outcome is not known is none.
@ApplicationScoped
class TransactionEnd {
  private final TransactionSynchronizationRegistry transaction;

  TransactionEnd(TransactionSynchronizationRegistry transaction) {
    this.transaction = transaction;
  }

  void then(Runnable committed, Runnable anythingElse) {
    AfterCompletion.run(
        transaction,
        status -> (status == Status.STATUS_COMMITTED ? committed : anythingElse).run());
  }
}
