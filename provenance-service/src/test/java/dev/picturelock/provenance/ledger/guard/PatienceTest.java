package dev.picturelock.provenance.ledger.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.picturelock.provenance.Fake;
import dev.picturelock.provenance.ledger.log.Logs;
import dev.picturelock.provenance.ledger.log.SomeKeys;
import dev.picturelock.provenance.ledger.log.Tiles;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A consumer retries its step for two minutes from its beginning on: so it must not begin before
/// there is nothing to wait for.
class PatienceTest {
  private final AtomicInteger steps = new AtomicInteger();

  @TempDir Path folder;
  private Signing signing;
  private Patience patience;

  @SuppressWarnings("NullAway.Init") // JUnit gives the folder, @BeforeEach the rest
  PatienceTest() {}

  @BeforeEach
  void shutTheGate() {
    var logs = Fake.unused(Logs.class);
    var bare =
        BareGuard.shut(folder, logs, Fake.unused(Tiles.class), SomeKeys.in(folder), List.of());
    signing = bare.signing();
    patience = new Patience(signing, bare.guard(), logs, new ShortOutages());
  }

  @Test
  void theStepBeginsOnlyWhenTheGateIsOpen() throws Exception {
    var arriving = new FutureTask<>(() -> patience.take(steps::incrementAndGet), true);
    awaitThatWaits(Thread.startVirtualThread(arriving));
    assertThat(steps).hasValue(0);

    signing.open();

    assertThat(arriving.get()).isTrue();
    assertThat(steps).hasValue(1);
  }

  @Test
  void aStepThatAnAlarmInterruptedWaitsUntilTheProcessEnds() throws Exception {
    signing.open();
    var arriving = new FutureTask<>(() -> patience.take(this::raiseTheAlarm), true);
    awaitThatWaits(Thread.startVirtualThread(arriving));
    assertThat(steps).hasValue(1);

    signing.shutDown();

    assertThatThrownBy(arriving::get)
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(CancellationException.class);
    assertThat(steps).hasValue(1);
  }

  private void raiseTheAlarm() {
    steps.incrementAndGet();
    throw signing.stop(Alarm.Kind.DAMAGED, "somewhere", "a byte");
  }

  private static void awaitThatWaits(Thread thread) {
    await().until(() -> thread.getState() == Thread.State.WAITING);
  }
}
