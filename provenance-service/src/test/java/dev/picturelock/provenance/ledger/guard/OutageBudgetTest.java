package dev.picturelock.provenance.ledger.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of a step that fails because something it needs does not answer.
class OutageBudgetTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Duration SOON = Duration.ofMillis(1);
  private static final Duration LONG = Duration.ofHours(1);

  private final AtomicInteger tries = new AtomicInteger();

  @TempDir Path folder;
  private Signing signing;

  @SuppressWarnings("NullAway.Init") // JUnit gives the folder, @BeforeEach the rest
  OutageBudgetTest() {}

  @BeforeEach
  void openTheGate() {
    signing = new Signing(() -> NOON, new AlarmFile(new Settings(folder, LONG)));
    signing.open();
  }

  @Test
  void anOutageThatEndsInTimeIsWaitedOut() {
    new OutageBudget(signing, SOON, LONG).take(() -> failUntil(4));

    assertThat(tries).hasValue(4);
  }

  @Test
  void anOutageThatLastsEndsTheWaitWithItsReason() {
    var budget = new OutageBudget(signing, SOON, Duration.ofSeconds(1));

    assertThatThrownBy(() -> budget.take(() -> failUntil(Integer.MAX_VALUE)))
        .hasMessage("the database does not answer");

    assertThat(tries).hasValueGreaterThan(1);
  }

  @Test
  void aShutGateAndAnEndedLogAreNoOutage() {
    var budget = new OutageBudget(signing, SOON, LONG);
    var stopped = signing.stop(Alarm.Kind.DAMAGED, "somewhere", "a byte");
    var ended = LogEndedException.withoutEnd("t");

    for (var noOutage : new RuntimeException[] {stopped, ended}) {
      tries.set(0);
      assertThatThrownBy(() -> budget.take(() -> fail(noOutage))).isSameAs(noOutage);
      assertThat(tries).hasValue(1);
    }
  }

  @Test
  void theEndOfTheProcessEndsTheWait() throws Exception {
    var budget = new OutageBudget(signing, LONG, LONG);
    var arriving = new FutureTask<>(() -> budget.take(() -> failUntil(2)), true);
    var thread = Thread.startVirtualThread(arriving);
    await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);

    signing.shutDown();

    assertThatThrownBy(arriving::get)
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(CancellationException.class);
    assertThat(tries).hasValue(1);
  }

  private void failUntil(int number) {
    if (tries.incrementAndGet() < number) {
      throw new IllegalStateException("the database does not answer");
    }
  }

  private void fail(RuntimeException failure) {
    tries.incrementAndGet();
    throw failure;
  }

  private record Settings(Path anchorsDir, Duration scrubPeriod) implements GuardConfig {}
}
