package dev.picturelock.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LedgerAlarmTest {

  @Test
  void findsTheSentenceOfAStoppedLedger() {
    var readiness =
        """
        {"status": "DOWN", "checks": [
          {"name": "outbox", "status": "UP"},
          {"name": "ledger", "status": "DOWN", "data": {"alarm": "it says: \\"why\\""}}]}
        """;

    assertThat(LedgerAlarm.in(readiness)).contains("it says: \"why\"");
  }

  @Test
  void aLedgerThatIsOnlyNotReadyYetIsNoAlarm() {
    var readiness =
        """
        {"status": "DOWN", "checks": [
          {"name": "ledger", "status": "DOWN", "data": {"state": "comparing"}},
          {"name": "other", "status": "DOWN", "data": {"alarm": "not the ledger's"}}]}
        """;

    assertThat(LedgerAlarm.in(readiness)).isEmpty();
    assertThat(LedgerAlarm.in("<html>")).isEmpty();
    assertThat(LedgerAlarm.in("")).isEmpty();
  }
}
