package dev.picturelock.provenance.ledger.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.picturelock.provenance.ledger.log.LogId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlarmsTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final int ROUNDS = 40;
  private static final List<Alarm.Kind> KINDS =
      List.of(Alarm.Kind.ROLLED_BACK, Alarm.Kind.WITNESS_AHEAD, Alarm.Kind.DAMAGED);

  @TempDir Path folder;
  private AlarmFile file;
  private Signing signing;
  private Alarms alarms;

  @SuppressWarnings("NullAway.Init") // JUnit gives the folder, @BeforeEach the rest
  AlarmsTest() {}

  @BeforeEach
  void openTheGate() {
    file = new AlarmFile(new Settings(folder, Duration.ofMinutes(10)));
    signing = new Signing(() -> NOON, file);
    signing.open();
    alarms = new Alarms(signing);
  }

  @Test
  void whatAWitnessSaysIsToldAsWhatAWitnessSays() {
    alarms.witnessAhead(LogId.first("t"), "north", "another tree");

    var alarm = raised();
    assertThat(alarm.kind()).isEqualTo(Alarm.Kind.WITNESS_AHEAD);
    assertThat(alarm.where()).isEqualTo("log t#1");
    assertThat(alarm.detail()).isEqualTo("witness north: another tree");
    assertThat(alarm.guide())
        .isEqualTo("docs/operations.md#a-witness-has-seen-more-than-the-database-has");
  }

  @Test
  void theFirstAlarmIsTheOneThatIsTold() {
    alarms.witnessContradicts(LogId.first("t"), "north", "another tree");
    alarms.witnessAhead(LogId.first("u"), "north", "more");

    assertThat(raised().kind()).isEqualTo(Alarm.Kind.WITNESS_CONTRADICTS);
    assertThat(folder.resolve("alarm")).content().startsWith(raised().sentence() + "\n");
  }

  @Test
  void whatAWitnessHasSaidStaysAndSaysSo() throws IOException {
    alarms.rolledBack("log t#1", "older");
    assertThat(file.staying()).isEmpty();
    assertThat(raised().sentence()).doesNotContain("removes the file");

    alarms.witnessAhead(LogId.first("t"), "north", "more\nthan there is");
    alarms.witnessContradicts(LogId.first("t"), "south", "another tree");

    var kept = file.staying().orElseThrow();
    assertThat(kept)
        .isEqualTo(
            new Alarm(
                Alarm.Kind.WITNESS_AHEAD, "log t#1", "witness north: more than there is", NOON));
    assertThat(kept.sentence()).contains("until somebody has looked and removes the file alarm");
  }

  @Test
  void whatAWitnessHasSaidIsNotLostAmongTheAlarmsOfOtherInstances() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      file.clear(file.kept());
      var together = new CyclicBarrier(KINDS.size());

      try (var threads = Executors.newFixedThreadPool(KINDS.size())) {
        var kept =
            threads.invokeAll(
                KINDS.stream()
                    .map(kind ->
                        Executors.callable(() -> {
                          var instance = new AlarmFile(new Settings(folder, Duration.ZERO));
                          await(together);
                          instance.keep(new Alarm(kind, "log t#1", "told", NOON));
                        }))
                    .toList());
        for (var one : kept) {
          one.get();
        }
      }

      assertThat(file.staying()).map(Alarm::kind).contains(Alarm.Kind.WITNESS_AHEAD);
    }
  }

  private static void await(CyclicBarrier together) {
    try {
      together.await();
    } catch (InterruptedException | BrokenBarrierException broken) {
      throw new IllegalStateException(broken);
    }
  }

  @Test
  void onlyTheAlarmThatWasSeenIsForgotten() throws IOException {
    var nothing = file.kept();
    alarms.rolledBack("log t#1", "older");
    var rolledBack = file.kept();

    file.clear(nothing);
    assertThat(file.exists()).isTrue();
    alarms.witnessAhead(LogId.first("t"), "north", "more");
    file.clear(rolledBack);
    assertThat(file.staying()).isPresent();
    file.clear(file.kept());
    assertThat(file.exists()).isFalse();
  }

  @Test
  void aFileThatSomebodyElseWroteIsNoWitness() throws IOException {
    for (var content : List.of("", "a\nb\nc\nd\ne\n", "a\nWITNESS_AHEAD\nb\nc\nnever\n")) {
      Files.writeString(folder.resolve("alarm"), content);

      assertThat(file.exists()).isTrue();
      assertThat(file.staying()).isEmpty();
    }
  }

  @Test
  void anAlarmThatNobodyCanReadIsNotReplaced() throws IOException {
    byte[] unreadable = {'a', '\n', (byte) 0xff};
    Files.write(folder.resolve("alarm"), unreadable);

    alarms.rolledBack("log t#1", "older");

    assertThat(folder.resolve("alarm")).hasBinaryContent(unreadable);
    assertThatThrownBy(file::staying)
        .isInstanceOf(IOException.class)
        .hasMessageContaining(folder.resolve("alarm").toString());
  }

  private Alarm raised() {
    if (signing.state() instanceof Signing.Stopped(var alarm)) {
      return alarm;
    }
    throw new AssertionError("want an alarm, the gate is " + signing.state());
  }

  private record Settings(Path anchorsDir, Duration scrubPeriod) implements GuardConfig {}
}
