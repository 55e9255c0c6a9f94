package dev.picturelock.provenance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.testkit.witness.TestWitness;
import dev.picturelock.tlog.note.CosignatureSigner;
import dev.picturelock.tlog.policy.Policy;
import dev.picturelock.tlog.witness.AddCheckpoint;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Three witnesses, of which two are enough, for a service that witnesses all its logs and anchors
/// only when it is told to.
public final class WitnessesResource implements QuarkusTestResourceLifecycleManager {
  private static final List<TestWitness> WITNESSES = new ArrayList<>();
  private static String file = "";

  /// The witnesses `w0`, `w1` and `w2` of the policy; `w1` has two keys.
  static TestWitness witness(int number) {
    return WITNESSES.get(number);
  }

  /// Shows one of them what the ledger may never have shown it, and sees it cosigned.
  static void show(TestWitness witness, AddCheckpoint request) {
    var answer = given().body(request.toBytes()).post(witness.url() + "/add-checkpoint");

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
  }

  static Policy policy() {
    return Policy.parse(file);
  }

  @Override
  public Map<String, String> start() {
    var text = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      var name = "w" + i + ".example";
      var ed25519 = CosignatureSigner.ofSeed(name, seed(i), Clock.systemUTC());
      var signers =
          i == 1
              ? List.of(ed25519, CosignatureSigner.mlDsa44OfSeed(name, seed(9), Clock.systemUTC()))
              : List.of(ed25519);
      WITNESSES.add(TestWitness.inMemory(signers, List.of()));
      text.append(WITNESSES.get(i).policyLines("w" + i));
    }
    file = text + "group two 2 w0 w1 w2\nquorum two\n";
    return Map.of(
        "picturelock.witness.policy", write(file).toString(),
        "picturelock.witness.titles", "true",
        "picturelock.witness.period", "50ms",
        "picturelock.witness.timeout", "1s",
        "picturelock.witness.longest-pause", "200ms",
        "picturelock.log-of-logs.period", "1h");
  }

  @Override
  public void stop() {
    WITNESSES.forEach(TestWitness::close);
    WITNESSES.clear();
  }

  private static Path write(String policy) {
    try {
      var path = Files.createTempFile("witnesses", ".policy");
      path.toFile().deleteOnExit();
      return Files.writeString(path, policy);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] seed(int value) {
    var seed = new byte[32];
    Arrays.fill(seed, (byte) (100 + value));
    return seed;
  }
}
