package dev.picturelock.provenance.ledger;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import dev.picturelock.provenance.ledger.log.Entries;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/// Lets readers wait for single events: whoever waits is woken by the commit of that event and by
/// no other, so a thousand of them cost as many looks at the database as there are answers.
///
/// Another instance may own the title. Therefore, as long as anybody waits, one of them looks for
/// the events of all, a few times a second.
@ApplicationScoped
public class Arrivals {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

  private final Entries entries;
  private final TransactionEnd end;
  private final Map<Awaited, CountDownLatch> awaited = new ConcurrentHashMap<>();
  private final AtomicBoolean looking = new AtomicBoolean();

  /// Belongs to whoever is looking.
  private long lookedAt = System.nanoTime() - LOOK_AGAIN.toNanos();

  Arrivals(Entries entries, TransactionEnd end) {
    this.entries = entries;
    this.end = end;
  }

  /// To be told before the running transaction ends.
  void announceOnceCommitted(String titleId, Collection<UUID> eventIds) {
    end.then(() -> announce(titleId, eventIds), () -> {});
  }

  /// Looks up an event, and if it is not there once more when it has come or patience ends.
  public <T> Optional<T> await(
      String titleId, UUID eventId, Duration patience, Supplier<Optional<T>> lookup) {
    long deadline = System.nanoTime() + patience.toNanos();
    var key = new Awaited(titleId, eventId);
    // From here on nothing is missed: what is committed from now on finds the latch, what was
    // before is found by the lookup.
    var come = latch(key);
    try {
      var found = lookup.get();
      long left = deadline - System.nanoTime();
      while (found.isEmpty() && left > 0) {
        if (come.await(Math.min(left, LOOK_AGAIN.toNanos()), TimeUnit.NANOSECONDS)) {
          return lookup.get();
        }
        // somebody who waited for the same event may have given up and taken the latch away
        come = latch(key);
        lookForAll();
        left = deadline - System.nanoTime();
      }
      // it may have come during the last of our waits, by another instance
      return found.isPresent() ? found : lookup.get();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      awaited.remove(key, come);
    }
  }

  private CountDownLatch latch(Awaited one) {
    return awaited.computeIfAbsent(one, _ -> new CountDownLatch(1));
  }

  private void lookForAll() {
    if (!looking.compareAndSet(false, true)) {
      return;
    }
    try {
      long now = System.nanoTime();
      if (now - lookedAt < LOOK_AGAIN.toNanos()) {
        return;
      }
      lookedAt = now;
      var byTitle =
          awaited.keySet().stream()
              .collect(groupingBy(Awaited::titleId, mapping(Awaited::eventId, toSet())));
      byTitle.forEach((title, ids) -> announce(title, entries.known(title, ids).keySet()));
    } finally {
      looking.set(false);
    }
  }

  private void announce(String titleId, Collection<UUID> eventIds) {
    for (var id : eventIds) {
      var waiting = awaited.remove(new Awaited(titleId, id));
      if (waiting != null) {
        waiting.countDown();
      }
    }
  }

  private record Awaited(String titleId, UUID eventId) {}
}
