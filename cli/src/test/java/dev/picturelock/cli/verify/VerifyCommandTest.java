package dev.picturelock.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.cli.Run;
import dev.picturelock.tlog.checkpoint.Checkpoint;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.InclusionProof;
import dev.picturelock.tlog.merkle.LeafIndex;
import dev.picturelock.tlog.note.Ed25519Signer;
import dev.picturelock.tlog.receipt.Receipt;
import dev.picturelock.tlog.tile.Edge;
import dev.picturelock.tlog.tile.TileSubtrees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {

  private static final String ORIGIN = "localhost/prov/demo";
  private static final Ed25519Signer LOG = signer(ORIGIN, 1);
  private static final String KEY = LOG.verifierKey().format();
  private static final byte[] EVENT = event(5);
  private static final byte[] RECEIPT = receipt(5, 7).toBytes();

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
  void refusesTheReceiptAfterAnyByteIsChanged() throws IOException {
    for (int at = 0; at < RECEIPT.length; at++) {
      byte[] changed = RECEIPT.clone();
      changed[at] ^= 1;
      var file = file("changed.tlog-proof", changed);

      var run = Run.of("verify", file, "--event", event, "--key", KEY);

      assertThat(run.exitCode()).as("byte %d", at).isEqualTo(1);
    }
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

  private static byte[] event(int index) {
    return ("{\"event\":" + index + "}").getBytes(StandardCharsets.UTF_8);
  }

  private static Ed25519Signer signer(String name, int seed) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) seed;
    return Ed25519Signer.ofSeed(name, bytes);
  }

  private static Receipt receipt(int index, int size) {
    var leaves = IntStream.range(0, size).mapToObj(i -> Hash.leaf(event(i))).toList();
    var appended = Edge.EMPTY.append(leaves);
    var subtrees = new TileSubtrees(appended.size(), _ -> appended.tiles().getFirst().bytes());
    return new Receipt(
        new LeafIndex(index),
        InclusionProof.of(new LeafIndex(index), appended.size(), subtrees),
        SignedCheckpoint.sign(new Checkpoint(ORIGIN, appended.size(), appended.root()), LOG));
  }
}
