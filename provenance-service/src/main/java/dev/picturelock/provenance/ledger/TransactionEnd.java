package dev.picturelock.provenance.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/// What is done when the running transaction has ended. A commit whose outcome is not known is
/// none.
@ApplicationScoped
class TransactionEnd {
  private final TransactionSynchronizationRegistry transaction;

  TransactionEnd(TransactionSynchronizationRegistry transaction) {
    this.transaction = transaction;
  }

  void then(Runnable committed, Runnable anythingElse) {
    transaction.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            (status == Status.STATUS_COMMITTED ? committed : anythingElse).run();
          }
        });
  }
}
