package dev.picturelock.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Stopping everything and starting it again loses nothing.
@FlowTest
@Order(9)
class RestartTest {

  private final RunningStack stack;

  RestartTest(RunningStack stack) {
    this.stack = stack;
  }

  @Test
  void goesOnWithTheSameLedgerAfterAStopAndAStart() {
    var api = new Api(stack);
    var ledger = new Ledger(api, Demo.TITLE);
    var use = new Demo(api).prepare().use();
    var receipt = ledger.receipt(use);
    var key = ledger.key();
    var before = ledger.checkpoint();

    stack.stop();
    stack.start();

    assertThat(receipt).isNotEmpty();
    assertThat(ledger.key()).isEqualTo(key);
    assertThat(ledger.consistency(before, ledger.checkpoint())).matches(proof -> proof.isProven());
    var registration = Demo.generated("after-restart", "after_restart", "v001", "dawn", "[]");
    var id =
        api.post(Account.DEMO_TOOL, Service.INTAKE, "/v1/titles/demo/assets", registration)
            .expect(202)
            .eventId();
    assertThat(ledger.event(id)).isNotEmpty();
    assertThat(ledger.checkpoint().size()).isGreaterThan(before.size());
  }
}
