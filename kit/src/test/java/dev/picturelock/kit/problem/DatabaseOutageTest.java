package dev.picturelock.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DatabaseOutageTest {
  @Test
  void seesALostConnectionBehindOtherExceptions() {
    var lost = new SQLException("terminating connection", "57P01");

    assertThat(DatabaseOutage.isBehind(new IllegalStateException("failed", lost))).isTrue();
    assertThat(DatabaseOutage.isBehind(new SQLException("refused", "08001"))).isTrue();
    assertThat(DatabaseOutage.isBehind(new SQLException("Acquisition timeout while waiting")))
        .isTrue();
  }

  @Test
  void leavesOurOwnFaultsAlone() {
    var duplicate = new SQLException("duplicate key", "23505");

    assertThat(DatabaseOutage.isBehind(new IllegalStateException("failed", duplicate))).isFalse();
    assertThat(DatabaseOutage.isBehind(new IllegalStateException("failed"))).isFalse();
  }
}
