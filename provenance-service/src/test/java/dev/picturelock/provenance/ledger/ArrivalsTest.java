package dev.picturelock.provenance.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.provenance.ledger.log.Entries;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Proxy;
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
    var arrivals = new Arrivals(entries(), new TransactionEnd(none()));
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

  @Test
  void whatCameDuringTheLastWaitIsStillFound() {
    var arrivals = new Arrivals(entries(), new TransactionEnd(none()));
    var asked = new AtomicInteger();

    var answer =
        arrivals.await(
            "t",
            new UUID(7, 0),
            Duration.ofMillis(300),
            () -> asked.getAndIncrement() == 0 ? Optional.empty() : Optional.of("come"));

    assertThat(answer).contains("come");
  }

  private Entries entries() {
    return fake(
        Entries.class,
        () -> {
          looks.incrementAndGet();
          return Map.of();
        });
  }

  private static TransactionSynchronizationRegistry none() {
    return fake(
        TransactionSynchronizationRegistry.class,
        () -> {
          throw new AssertionError("nobody has a transaction here");
        });
  }

  private static <T> T fake(Class<T> type, Supplier<Object> answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, (_, _, _) -> answer.get()));
  }
}
