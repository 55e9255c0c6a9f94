package dev.picturelock.kit.transaction;

import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jboss.logging.Logger;

/// What is done when a transaction has ended is done in the order in which it was asked for.
///
/// Jakarta Transactions promises no order between synchronizations, and the transaction manager
/// runs the last one first. So there is one, which has a list.
public final class AfterCompletion implements Synchronization {
  private static final Logger LOG = Logger.getLogger(AfterCompletion.class);

  private final List<IntConsumer> actions = new ArrayList<>();

  private AfterCompletion() {}

  /// - **action** is given the status with which the running transaction ended; should it fail,
  ///   those behind it run all the same
  public static void run(TransactionSynchronizationRegistry transaction, IntConsumer action) {
    if (transaction.getResource(AfterCompletion.class) instanceof AfterCompletion earlier) {
      earlier.actions.add(action);
      return;
    }
    var first = new AfterCompletion();
    first.actions.add(action);
    transaction.putResource(AfterCompletion.class, first);
    transaction.registerInterposedSynchronization(first);
  }

  @Override
  public void beforeCompletion() {}

  @Override
  public void afterCompletion(int status) {
    for (var action : actions) {
      try {
        action.accept(status);
      } catch (RuntimeException failed) {
        LOG.error("something that follows a transaction failed; the transaction stands", failed);
      }
    }
  }
}
