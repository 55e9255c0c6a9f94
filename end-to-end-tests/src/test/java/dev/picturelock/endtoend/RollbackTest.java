package dev.picturelock.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Somebody puts an older copy of the database back; the ledger does not sign a second past.
@FlowTest
@Order(10)
class RollbackTest {

  private final RunningStack stack;

  RollbackTest(RunningStack stack) {
    this.stack = stack;
  }

  @Test
  void refusesAnOlderDatabaseSaysWhyAndGoesOnWithTheRightOne() throws IOException {
    var api = new Api(stack);
    var ledger = new Ledger(api, Demo.TITLE);
    new Demo(api).prepare();
    register(api, "before_rollback");
    stack.stop();
    var postgres = stack.data().resolve("postgres");
    var older = stack.data().resolve("postgres.older");
    var newer = stack.data().resolve("postgres.newer");
    copy(postgres, older);
    stack.start();
    var lost = register(api, "lost_by_rollback");
    assertThat(ledger.event(lost)).isNotEmpty();
    var released = ledger.checkpoint();
    stack.stop();

    Files.move(postgres, newer);
    Files.move(older, postgres);
    var refused = stack.startAgain();

    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.output())
        .contains("provenance refuses to work: the database is older than what was released")
        .containsPattern("size \\d+ with root [0-9a-f]{64} was released")
        .contains("docs/operations.md#the-database-is-older-than-what-was-released");
    delete(postgres);
    Files.move(newer, postgres);
    stack.start();
    assertThat(ledger.consistency(released, ledger.checkpoint()))
        .matches(proof -> proof.isProven());
    assertThat(ledger.event(register(api, "after_rollback"))).isNotEmpty();
  }

  private static String register(Api api, String asset) {
    return api.post(
            Account.DEMO_TOOL,
            Service.INTAKE,
            "/v1/titles/demo/assets",
            Demo.generated(asset, asset, "v001", "dawn", "[]"))
        .expect(202)
        .eventId();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        Files.copy(
            file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
