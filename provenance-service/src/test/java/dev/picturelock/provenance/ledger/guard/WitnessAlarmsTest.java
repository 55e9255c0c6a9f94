package dev.picturelock.provenance.ledger.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.provenance.Fake;
import dev.picturelock.provenance.ledger.LogId;
import dev.picturelock.provenance.ledger.Logs;
import dev.picturelock.provenance.ledger.TestKeys;
import dev.picturelock.provenance.ledger.witness.WitnessAlarm;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WitnessAlarmsTest {

  @ParameterizedTest
  @CsvSource({"AHEAD, ROLLED_BACK", "INCONSISTENT, FORKED"})
  void whatAWitnessContradictsShutsTheGateAndIsNamed(
      WitnessAlarm.Kind said, Alarm.Kind told, @TempDir Path folder) {
    var logs = Fake.unused(Logs.class);
    var signing = BareGuard.open(folder, logs, TestKeys.in(folder), List.of()).signing();

    new WitnessAlarms(signing).on(new WitnessAlarm(LogId.first("t"), "w", said, "another tree"));

    assertThat(signing.state())
        .isInstanceOfSatisfying(
            Signing.Stopped.class,
            stopped -> {
              assertThat(stopped.alarm().kind()).isEqualTo(told);
              assertThat(stopped.alarm().where()).isEqualTo("log t#1");
              assertThat(stopped.alarm().detail()).isEqualTo("witness w: another tree");
            });
  }
}
