package dev.picturelock.provenance.ledger.guard;

import dev.picturelock.kit.transaction.AfterCompletion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/// Collects what a transaction appended to any number of logs and hands it over in one piece once
/// it has committed, on the thread that commits. After anything but a commit nothing is handed
/// over: an outcome that nobody knows is found out by whoever reads the head next.
@ApplicationScoped
class ReleaseOnCommit {
  private final TransactionSynchronizationRegistry transaction;

  ReleaseOnCommit(TransactionSynchronizationRegistry transaction) {
    this.transaction = transaction;
  }

  void add(Anchor anchor, Consumer<Collection<Anchor>> release) {
    if (transaction.getResource(ReleaseOnCommit.class) instanceof Appended appended) {
      appended.anchors().add(anchor);
      return;
    }
    var appended = new Appended(new ArrayList<>(List.of(anchor)));
    transaction.putResource(ReleaseOnCommit.class, appended);
    AfterCompletion.run(
        transaction,
        status -> {
          if (status == Status.STATUS_COMMITTED) {
            release.accept(appended.anchors());
          }
        });
  }

  private record Appended(List<Anchor> anchors) {}
}
