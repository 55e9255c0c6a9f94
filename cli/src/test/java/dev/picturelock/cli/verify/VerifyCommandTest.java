package dev.picturelock.cli.verify;

import static dev.picturelock.cli.verify.SampleLedger.KEY;
import static dev.picturelock.cli.verify.SampleLedger.LOG;
import static dev.picturelock.cli.verify.SampleLedger.ORIGIN;
import static dev.picturelock.cli.verify.SampleLedger.WITNESS;
import static dev.picturelock.cli.verify.SampleLedger.event;
import static dev.picturelock.cli.verify.SampleLedger.policy;
import static dev.picturelock.cli.verify.SampleLedger.receipt;
import static dev.picturelock.cli.verify.SampleLedger.signer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.cli.Run;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.policy.Policy;
import dev.picturelock.tlog.receipt.Receipt;
import dev.picturelock.tlog.receipt.ReceiptResult;
import dev.picturelock.tlog.receipt.ReceiptStep;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {

  private static final byte[] EVENT = event(5);
  private static final byte[] RECEIPT = receipt(5, 7, LOG).toBytes();

  @TempDir Path folder = Path.of("");
  private String receipt = "";
  private String event = "";

  @BeforeEach
  void writeFiles() throws IOException {
    receipt = file("event.tlog-proof", RECEIPT);
    event = file("event.json", EVENT);
  }

  @Test
  void confirmsEveryStepInWords() {
    var run = Run.of("verify", receipt, "--event", event, "--key", KEY);

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines())
        .satisfiesExactly(
            line -> assertThat(line).matches("ok +receipt +a tlog-proof with 3 hashes"),
            line -> assertThat(line).matches("ok +event hash +" + Hash.leaf(EVENT) + " of .*"),
            line -> assertThat(line).matches("ok +origin +" + ORIGIN),
            line -> assertThat(line).matches("ok +signature +by " + ORIGIN + "\\+[0-9a-f]{8}"),
            line -> assertThat(line).matches("ok +inclusion +index 5 in the tree of size 7, .*"),
            line -> assertThat(line).startsWith("VERIFIED"));
  }

  @Test
  void confirmsInJson() {
    var run = Run.of("verify", receipt, "--event", event, "--key", KEY, "--json");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("\"verified\" : true", "\"index\" : 5", "\"size\" : 7")
        .contains("\"origin\" : \"localhost/prov/demo\"")
        .contains("\"step\" : \"event-hash\"")
        .doesNotContain("failedStep");
  }

  @Test
  void namesInclusionWhenTheEventIsNotTheLoggedOne() throws IOException {
    var other = file("other.json", event(4));

    var run = Run.of("verify", receipt, "--event", other, "--key", KEY);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .containsPattern(
            "failed +inclusion +these bytes are not entry 5 .* \\(RFC 9162 2.1.3.2 step 5, r\\)")
        .contains("NOT VERIFIED: the first step that failed is: inclusion");
  }

  @Test
  void saysThatAnEditorAddedALineEnd() throws IOException {
    var text = new String(EVENT, StandardCharsets.UTF_8) + "\n";
    var edited = file("edited.json", text.getBytes(StandardCharsets.UTF_8));

    var run = Run.of("verify", receipt, "--event", edited, "--key", KEY);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("ends with a line end that the logged event does not have");
  }

  @Test
  void namesTheSignatureWhenAnotherKeySigned() {
    var impostor = signer(ORIGIN, 9).verifierKey().format();

    var run = Run.of("verify", receipt, "--event", event, "--key", impostor);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .containsPattern("ok +origin")
        .containsPattern("failed +signature")
        .containsPattern("skipped +inclusion")
        .contains("NOT VERIFIED: the first step that failed is: signature");
  }

  @Test
  void namesTheOriginWhenTheKeyIsOfAnotherLedger() {
    var elsewhere = signer("localhost/prov/other", 1).verifierKey().format();

    var run = Run.of("verify", receipt, "--event", event, "--key", elsewhere, "--json");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("\"verified\" : false", "\"failedStep\" : \"origin\"");
  }

  @Test
  void namesTheReceiptWhenItIsNone() throws IOException {
    var none = file("none.tlog-proof", "\u001b[31mnot a receipt".getBytes(StandardCharsets.UTF_8));

    var run = Run.of("verify", none, "--event", event, "--key", KEY);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .containsPattern("failed +receipt +not a tlog-proof")
        .containsPattern("skipped +inclusion")
        .doesNotContain("\u001b");
  }

  @Test
  void namesTheFirstStepThatFailsAfterAnyByteIsChanged() throws IOException {
    for (int at = 0; at < RECEIPT.length; at++) {
      byte[] changed = changed(RECEIPT, at);
      var file = file("changed.tlog-proof", changed);

      var run = Run.of("verify", file, "--event", event, "--key", KEY);

      assertThat(run.exitCode()).as("byte %d", at).isEqualTo(1);
      assertThat(run.out())
          .as("byte %d", at)
          .endsWith("is: " + step(Receipt.check(changed, EVENT, LOG.verifierKey())));
    }
  }

  @Test
  void namesTheFirstStepThatFailsUnderAPolicyAfterAnyByteIsChanged() throws IOException {
    var policy = policy("w1");
    var policyFile = file("tlog.policy", policy.getBytes(StandardCharsets.UTF_8));
    byte[] cosigned = receipt(5, 7, LOG, WITNESS).toBytes();
    for (int at = 0; at < cosigned.length; at++) {
      byte[] changed = changed(cosigned, at);
      var file = file("changed.tlog-proof", changed);

      var run = Run.of("verify", file, "--event", event, "--policy", policyFile);

      assertThat(run.exitCode()).as("byte %d", at).isEqualTo(1);
      assertThat(run.out())
          .as("byte %d", at)
          .endsWith("is: " + step(Receipt.check(changed, EVENT, Policy.parse(policy))));
    }
  }

  @Test
  void countsTheWitnessesOfAPolicy() throws IOException {
    var policy = file("tlog.policy", policy("w1").getBytes(StandardCharsets.UTF_8));
    var cosigned = file("cosigned.tlog-proof", receipt(5, 7, LOG, WITNESS).toBytes());

    var held = Run.of("verify", cosigned, "--event", event, "--policy", policy);
    var lacking = Run.of("verify", receipt, "--event", event, "--policy", policy);

    assertThat(held.exitCode()).isZero();
    assertThat(held.out()).containsPattern("ok +quorum +cosigned by w1");
    assertThat(lacking.exitCode()).isEqualTo(1);
    assertThat(lacking.out())
        .containsPattern("ok +signature")
        .containsPattern("failed +quorum +too few cosignatures: w1")
        .containsPattern("skipped +inclusion")
        .endsWith("the first step that failed is: quorum" + System.lineSeparator());
  }

  @Test
  void asksTheWitnessesOfAPolicyAboutTheLogOfAKey() throws IOException {
    var witnesses = policy("w1").lines().filter(line -> !line.startsWith("log ")).toList();
    var policy =
        file(
            "witnesses.policy",
            (String.join("\n", witnesses) + "\n").getBytes(StandardCharsets.UTF_8));
    var cosigned = file("cosigned.tlog-proof", receipt(5, 7, LOG, WITNESS).toBytes());

    var withKey =
        Run.of("verify", cosigned, "--event", event, "--policy", policy, "--key", KEY, "--json");
    var without = Run.of("verify", cosigned, "--event", event, "--policy", policy);

    assertThat(withKey.exitCode()).isZero();
    assertThat(withKey.out()).contains("\"step\" : \"quorum\"");
    assertThat(without.out())
        .endsWith("the first step that failed is: origin" + System.lineSeparator());
  }

  @Test
  void wantsToBeToldWhomToBelieve() throws IOException {
    var broken = file("broken.policy", "quorum none".getBytes(StandardCharsets.UTF_8));

    var nobody = Run.of("verify", receipt, "--event", event);
    var unreadable = Run.of("verify", receipt, "--event", event, "--policy", broken);
    var both = Run.of("verify", receipt, "--event", event, "--policy", broken, "--origin", "a/b");

    assertThat(nobody.exitCode()).isEqualTo(2);
    assertThat(nobody.err()).contains("say whom to believe");
    assertThat(unreadable.exitCode()).isEqualTo(2);
    assertThat(unreadable.err()).contains("policy line 1: line: does not end with a line end");
    assertThat(both.exitCode()).isEqualTo(2);
  }

  @Test
  void takesTheKeyFromAFile() throws IOException {
    var key = file("demo.vkey", (KEY + "\n").getBytes(StandardCharsets.UTF_8));

    assertThat(Run.of("verify", receipt, "--event", event, "--key", key).exitCode()).isZero();
  }

  @Test
  void takesAnyOneInputFromStandardInput() {
    byte[] key = KEY.getBytes(StandardCharsets.UTF_8);

    assertThat(Run.withInput(RECEIPT, "verify", "-", "--event", event, "--key", KEY).exitCode())
        .isZero();
    assertThat(Run.withInput(EVENT, "verify", receipt, "--event", "-", "--key", KEY).exitCode())
        .isZero();
    assertThat(Run.withInput(key, "verify", receipt, "--event", event, "--key", "-").exitCode())
        .isZero();
  }

  @Test
  void takesOnlyOneInputFromStandardInput() {
    var run = Run.withInput(RECEIPT, "verify", "-", "--event", "-", "--key", KEY);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("only one input can be -");
  }

  @Test
  void takesAnOriginThatIsNotTheNameOfTheKey() {
    var run = Run.of("verify", receipt, "--event", event, "--key", KEY, "--origin", "else/where");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("the receipt is of 'localhost/prov/demo', not of 'else/where'");
  }

  @Test
  void endsWithTwoWhereNothingCanBeChecked() throws IOException {
    var noKey = file("no.vkey", new byte[] {'x'});
    var absent = folder.resolve("absent").toString();

    assertThat(Run.of("verify", absent, "--event", event, "--key", KEY))
        .isEqualTo(unusable("there is no receipt " + absent));
    assertThat(Run.of("verify", receipt, "--event", absent, "--key", KEY))
        .isEqualTo(unusable("there is no event " + absent));
    assertThat(Run.of("verify", folder.toString(), "--event", event, "--key", KEY).exitCode())
        .isEqualTo(2);
    assertThat(Run.of("verify", receipt, "--event", event, "--key", absent).exitCode())
        .isEqualTo(2);
    assertThat(Run.of("verify", receipt, "--event", event, "--key", noKey).err())
        .contains("holds no verifier key");
  }

  private static Run unusable(String reason) {
    return new Run(2, "", "picturelock verify: " + reason + System.lineSeparator());
  }

  private String file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes).toString();
  }

  private static byte[] changed(byte[] bytes, int at) {
    byte[] changed = bytes.clone();
    changed[at] ^= 1;
    return changed;
  }

  private static String step(ReceiptResult result) {
    return switch (result) {
      case ReceiptResult.Verified _ -> "none";
      case ReceiptResult.Refused(var step, _) ->
          (step == ReceiptStep.FORMAT ? "receipt" : step.name().toLowerCase(Locale.ROOT))
              + System.lineSeparator();
    };
  }
}
