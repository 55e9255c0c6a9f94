package dev.picturelock.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class OutageTest {
  @Test
  void seesALostConnectionBeneathOtherFailures() {
    var lost = new IllegalStateException(new RuntimeException(new SQLException("x", "08006")));

    assertThat(Outage.isDatabaseOutage(lost)).isTrue();
    assertThat(Outage.isDatabaseOutage(new SQLException("x", "57P01"))).isTrue();
    assertThat(Outage.isDatabaseOutage(new SQLException("Sorry, acquisition timeout!"))).isTrue();
  }

  @Test
  void seesAConnectionThatWasLostAtTheCommit() {
    var rollback = new IllegalStateException("could not commit");
    rollback.addSuppressed(new IllegalStateException(new SQLException("x", "08006")));

    assertThat(Outage.isDatabaseOutage(new IllegalStateException(rollback))).isTrue();
  }

  @Test
  void seesADatabaseWithoutRoom() {
    assertThat(Outage.isDatabaseOutage(new SQLException("no space left", "53100"))).isTrue();
    assertThat(Outage.isDatabaseOutage(new SQLException("file too large", "XX000"))).isTrue();
    assertThat(Outage.isDatabaseOutage(new SQLException("i/o error", "58030"))).isTrue();
  }

  @Test
  void aWrongStatementIsNoOutage() {
    assertThat(Outage.isDatabaseOutage(new SQLException("x", "42601"))).isFalse();
    assertThat(Outage.isDatabaseOutage(new IllegalStateException("x"))).isFalse();
  }
}
