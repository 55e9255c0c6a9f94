package dev.picturelock.provenance.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.provenance.Fake;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
  private static final int WAITING = 200;

  private final AtomicInteger looks = new AtomicInteger();

  @Test
  void manyWhoWaitLookForAllOfThemOnlyAFewTimesASecond() throws Exception {
    var arrivals =
        new Arrivals(
            logs(), new TransactionEnd(Fake.unused(TransactionSynchronizationRegistry.class)));
    Supplier<Optional<String>> nothing = Optional::empty;
    var answers = new ArrayList<Future<Optional<String>>>();

    long begun = System.nanoTime();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < WAITING; i++) {
        var event = new UUID(7, i);
        answers.add(
            threads.submit(() -> arrivals.await("t", event, Duration.ofSeconds(1), nothing)));
      }
    }
    long quarters = Duration.ofNanos(System.nanoTime() - begun).toMillis() / 250;

    for (var answer : answers) {
      assertThat(answer.get()).isEmpty();
    }
    assertThat(looks.get()).isBetween(1, (int) quarters + 1);
  }

  private Logs logs() {
    return Fake.of(
        Logs.class,
        (_, _) -> {
          looks.incrementAndGet();
          return Map.of();
        });
  }
}
