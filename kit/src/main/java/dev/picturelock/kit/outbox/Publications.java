package dev.picturelock.kit.outbox;

import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import dev.picturelock.kit.transaction.AfterCompletion;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;

/// Who waits for which publication in this process.
///
/// The truth is the outbox table: what is no longer in it was acknowledged by the broker. The
/// futures only save looking, for what the relay of this very process sends.
@ApplicationScoped
@IfBuildProperty(name = "picturelock.database", stringValue = "true", enableIfMissing = true)
public class Publications {
  /// How long another instance's relay may have published something before we notice.
  private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

  private static final String UNPUBLISHED = "SELECT id FROM outbox WHERE id = ANY (?)";

  private final TransactionSynchronizationRegistry transaction;
  private final DataSource database;
  private final Map<UUID, CompletableFuture<Void>> awaited = new ConcurrentHashMap<>();
  private final Semaphore work = new Semaphore(0);

  Publications(TransactionSynchronizationRegistry transaction, DataSource database) {
    this.transaction = transaction;
    this.database = database;
  }

  /// Wakes the relay when the running transaction has committed.
  void wakeOnCommit() {
    AfterCompletion.run(
        transaction,
        status -> {
          if (status == Status.STATUS_COMMITTED) {
            work.release();
          }
        });
  }

  /// Returns once the broker has acknowledged all of the events on all in-sync replicas, whoever
  /// wrote them and whichever instance sent them. To be called after their transaction committed.
  ///
  /// - **Errors:** [ProblemException] UNAVAILABLE when it has not in time; the events are stored
  ///   and will still be published, and a repeat of the request is harmless
  public void await(Collection<UUID> ids, Duration atMost) {
    var deadline = System.nanoTime() + atMost.toNanos();
    var waiting = new HashMap<UUID, CompletableFuture<Void>>();
    // From here on nothing is missed: the relay looks for futures before and after the commit that
    // deletes the rows, so either it finds ours or the row is gone by the time we look.
    for (var id : ids) {
      waiting.put(id, awaited.computeIfAbsent(id, _ -> new CompletableFuture<>()));
    }
    try {
      waiting.keySet().retainAll(unpublished(waiting.keySet()));
      while (!waiting.isEmpty()) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          throw notYet();
        }
        if (completed(waiting.values(), Math.min(left, LOOK_AGAIN.toNanos()))) {
          return;
        }
        waiting.keySet().retainAll(unpublished(waiting.keySet()));
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw notYet();
    } finally {
      ids.forEach(awaited::remove);
    }
  }

  private static boolean completed(Collection<CompletableFuture<Void>> futures, long nanos)
      throws InterruptedException {
    try {
      CompletableFuture.allOf(futures.toArray(CompletableFuture<?>[]::new))
          .get(nanos, TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException late) {
      return false;
    } catch (ExecutionException impossible) {
      throw new IllegalStateException("a publication never fails, it is late", impossible);
    }
  }

  private Set<UUID> unpublished(Set<UUID> ids) {
    if (ids.isEmpty()) {
      return Set.of();
    }
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(UNPUBLISHED)) {
      query.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
      var found = new HashSet<UUID>();
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getObject(1, UUID.class));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("the outbox could not be read", e);
    }
  }

  void published(Collection<UUID> ids) {
    for (var id : ids) {
      var waiting = awaited.remove(id);
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
