package dev.picturelock.kit.outbox;

import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Who waits for which publication in this process. Only a convenience: the truth is in the outbox
/// table, and a restart loses nothing but the waiting.
@ApplicationScoped
@IfBuildProperty(name = "picturelock.database", stringValue = "true", enableIfMissing = true)
public class Publications {
  private final TransactionSynchronizationRegistry transaction;
  private final Map<UUID, CompletableFuture<Void>> pending = new ConcurrentHashMap<>();
  private final Semaphore work = new Semaphore(0);

  Publications(TransactionSynchronizationRegistry transaction) {
    this.transaction = transaction;
  }

  /// Remembers what the running transaction publishes; wakes the relay when it has committed.
  void onCommit(List<UUID> ids) {
    for (var id : ids) {
      pending.put(id, new CompletableFuture<>());
    }
    transaction.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              work.release();
            } else {
              ids.forEach(pending::remove);
            }
          }
        });
  }

  /// Returns once the broker has acknowledged all of the events on all in-sync replicas.
  ///
  /// - **Errors:** [ProblemException] UNAVAILABLE when it has not in time; the events are stored
  ///   and will still be published, and a repeat of the request is harmless
  public void await(Collection<UUID> ids, Duration atMost) {
    var futures =
        ids.stream()
            .map(id -> pending.getOrDefault(id, CompletableFuture.completedFuture(null)))
            .toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(futures).get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException late) {
      throw notYet();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw notYet();
    }
  }

  void published(Collection<UUID> ids) {
    for (var id : ids) {
      var waiting = pending.remove(id);
      if (waiting != null) {
        waiting.complete(null);
      }
    }
  }

  /// Waits for a commit of this process, or until it is time to look for what others left.
  void awaitWork(Duration atMost) throws InterruptedException {
    if (work.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      work.drainPermits();
    }
  }

  private static ProblemException notYet() {
    return new ProblemException(
        ProblemType.UNAVAILABLE,
        "stored, but the broker has not acknowledged it yet; it will be published, and repeating"
            + " this request is harmless");
  }
}
