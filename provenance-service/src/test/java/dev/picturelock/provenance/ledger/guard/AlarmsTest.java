package dev.picturelock.provenance.ledger.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.provenance.ledger.log.LogId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlarmsTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @TempDir Path folder;
  private Signing signing;
  private Alarms alarms;

  @SuppressWarnings("NullAway.Init") // JUnit gives the folder, @BeforeEach the rest
  AlarmsTest() {}

  @BeforeEach
  void openTheGate() {
    signing = new Signing(() -> NOON, new AlarmFile(new Settings(folder, Duration.ofMinutes(10))));
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
    assertThat(folder.resolve("alarm")).hasContent(raised().sentence());
  }

  private Alarm raised() {
    if (signing.state() instanceof Signing.Stopped(var alarm)) {
      return alarm;
    }
    throw new AssertionError("want an alarm, the gate is " + signing.state());
  }

  private record Settings(Path anchorsDir, Duration scrubPeriod) implements GuardConfig {}
}
