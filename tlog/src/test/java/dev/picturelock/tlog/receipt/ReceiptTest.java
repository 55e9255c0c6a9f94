package dev.picturelock.tlog.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.MemoryTiles;
import dev.picturelock.tlog.Seeds;
import dev.picturelock.tlog.Vectors;
import dev.picturelock.tlog.checkpoint.Checkpoint;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.InclusionProof;
import dev.picturelock.tlog.merkle.LeafIndex;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.note.CosignatureSigner;
import dev.picturelock.tlog.note.Ed25519Signer;
import dev.picturelock.tlog.policy.Policy;
import dev.picturelock.tlog.receipt.ReceiptResult.Refused;
import dev.picturelock.tlog.receipt.ReceiptResult.Verified;
import dev.picturelock.tlog.tile.Edge;
import dev.picturelock.tlog.tile.TileSubtrees;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptTest {

  private static final String ORIGIN = "log.example/prov";
  private static final Ed25519Signer LOG = Ed25519Signer.ofSeed(ORIGIN, Seeds.of(1));
  private static final CosignatureSigner WITNESS =
      CosignatureSigner.ofSeed("witness", Seeds.of(2), () -> Instant.EPOCH);

  private final MemoryTiles tiles = new MemoryTiles();

  @ParameterizedTest
  @CsvSource({"0, 1", "0, 2", "1, 2", "5, 7", "255, 256", "256, 257", "299, 300", "65536, 65537"})
  void provesAnEntryOffline(long index, long size) {
    var receipt = receipt(index, size);

    var result = check(receipt.toBytes(), index);

    assertThat(result)
        .isInstanceOfSatisfying(
            Verified.class,
            verified -> {
              assertThat(verified.index()).isEqualTo(new LeafIndex(index));
              assertThat(verified.checkpoint().size()).isEqualTo(new TreeSize(size));
              assertThat(verified.endorsements()).hasSize(1);
            });
    assertThat(Receipt.parse(receipt.toBytes())).isEqualTo(receipt);
  }

  @Test
  void isWrittenAsTheSpecificationSays() {
    var receipt = receipt(1, 3);
    var path = receipt.proof().path();

    assertThat(receipt.format())
        .isEqualTo(
            "c2sp.org/tlog-proof@v1\nindex 1\n"
                + path.get(0).toBase64()
                + "\n"
                + path.get(1).toBase64()
                + "\n\n"
                + receipt.checkpoint().format());
  }

  @Test
  void isRefusedAfterAnyBitIsChanged() {
    byte[] bytes = receipt(5, 7).toBytes();

    for (int at = 0; at < bytes.length; at++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] changed = bytes.clone();
        changed[at] ^= (byte) (1 << bit);

        assertThat(check(changed, 5)).as("byte %d bit %d", at, bit).isInstanceOf(Refused.class);
      }
    }
  }

  @Test
  void isRefusedAfterAnyByteIsDroppedAddedOrCutOff() {
    byte[] bytes = receipt(5, 7).toBytes();
    var text = new String(bytes, StandardCharsets.UTF_8);
    var random = new Random(11);

    for (int at = 0; at < text.length(); at++) {
      var dropped = text.substring(0, at) + text.substring(at + 1);
      var added = text.substring(0, at) + (char) (' ' + random.nextInt(95)) + text.substring(at);
      var newLine = text.substring(0, at) + "\n" + text.substring(at);

      assertThat(check(dropped, 5)).as("dropped %d", at).isInstanceOf(Refused.class);
      assertThat(check(added, 5)).as("added %d: %s", at, added).isInstanceOf(Refused.class);
      assertThat(check(newLine, 5)).as("line end at %d", at).isInstanceOf(Refused.class);
      assertThat(check(text.substring(0, at), 5)).as("cut at %d", at).isInstanceOf(Refused.class);
    }
    assertThat(check(text + "\n", 5)).isInstanceOf(Refused.class);
    assertThat(check(text + " ", 5)).isInstanceOf(Refused.class);
    assertThat(check(text + text, 5)).isInstanceOf(Refused.class);
  }

  @Test
  void isRefusedForAnEntryThatDiffersInOneBit() {
    byte[] receipt = receipt(5, 7).toBytes();
    byte[] entry = Vectors.entry(5);
    for (int at = 0; at < entry.length; at++) {
      byte[] changed = entry.clone();
      changed[at] ^= 1;

      assertThat(Receipt.check(receipt, changed, LOG.verifierKey()))
          .isInstanceOfSatisfying(
              Refused.class, r -> assertThat(r.step()).isEqualTo(ReceiptStep.INCLUSION));
    }
    assertThat(Receipt.check(receipt, Arrays.copyOf(entry, 7), LOG.verifierKey()))
        .isInstanceOf(Refused.class);
  }

  @Test
  void namesTheFirstStepThatFails() {
    var receipt = receipt(5, 7);
    var leaf = Hash.leaf(Vectors.entry(5));
    var otherKey = Ed25519Signer.ofSeed(ORIGIN, Seeds.of(9)).verifierKey();
    var otherLog = Ed25519Signer.ofSeed("log.example/other", Seeds.of(1)).verifierKey();
    var elsewhere = new Receipt(new LeafIndex(4), receipt.proof(), receipt.checkpoint());
    var outside = new Receipt(new LeafIndex(7), receipt.proof(), receipt.checkpoint());

    assertThat(step(Receipt.check(new byte[0], Vectors.entry(5), LOG.verifierKey())))
        .isEqualTo(ReceiptStep.FORMAT);
    assertThat(step(receipt.verify(leaf, otherLog.name(), otherLog, List.of())))
        .isEqualTo(ReceiptStep.ORIGIN);
    assertThat(step(receipt.verify(leaf, ORIGIN, otherKey, List.of())))
        .isEqualTo(ReceiptStep.SIGNATURE);
    assertThat(step(elsewhere.verify(leaf, ORIGIN, LOG.verifierKey(), List.of())))
        .isEqualTo(ReceiptStep.INCLUSION);
    assertThat(step(outside.verify(leaf, ORIGIN, LOG.verifierKey(), List.of())))
        .isEqualTo(ReceiptStep.INCLUSION);
  }

  @Test
  void needsTheLogItselfToHaveSigned() {
    var receipt = receipt(5, 7);
    var onlyWitnessed = SignedCheckpoint.sign(receipt.checkpoint().checkpoint(), WITNESS);
    var unsigned = new Receipt(receipt.index(), receipt.proof(), onlyWitnessed);

    var result =
        unsigned.verify(
            Hash.leaf(Vectors.entry(5)), ORIGIN, LOG.verifierKey(), List.of(WITNESS.verifierKey()));

    assertThat(step(result)).isEqualTo(ReceiptStep.SIGNATURE);
  }

  @Test
  void tellsWhichWitnessesCosigned() {
    var receipt = receipt(5, 7);
    var checkpoint = receipt.checkpoint();
    var cosigned = checkpoint.with(List.of(WITNESS.sign(checkpoint.checkpoint().text())));

    var result =
        new Receipt(receipt.index(), receipt.proof(), cosigned)
            .verify(
                Hash.leaf(Vectors.entry(5)),
                ORIGIN,
                LOG.verifierKey(),
                List.of(WITNESS.verifierKey()));

    assertThat(result)
        .isInstanceOfSatisfying(
            Verified.class,
            verified ->
                assertThat(verified.endorsements())
                    .extracting(endorsement -> endorsement.key().name())
                    .containsExactly(ORIGIN, "witness"));
  }

  @Test
  void isHeldAgainstAPolicy() {
    var receipt = receipt(5, 7);
    var text = receipt.checkpoint().checkpoint().text();
    var cosigned =
        new Receipt(
            receipt.index(),
            receipt.proof(),
            receipt.checkpoint().with(List.of(WITNESS.sign(text))));
    var policy =
        Policy.parse(
            "log %s\nwitness w %s\nquorum w\n".formatted(LOG.verifierKey(), WITNESS.verifierKey()));

    var result = Receipt.check(cosigned.toBytes(), Vectors.entry(5), policy);

    assertThat(result)
        .isInstanceOfSatisfying(
            Verified.class, verified -> assertThat(verified.endorsements()).hasSize(2));
    assertThat(Receipt.check(receipt.toBytes(), Vectors.entry(5), policy))
        .isEqualTo(new Refused(ReceiptStep.QUORUM, "too few cosignatures: w"));
    assertThat(step(Receipt.check(cosigned.toBytes(), Vectors.entry(4), policy)))
        .isEqualTo(ReceiptStep.INCLUSION);
    assertThat(step(Receipt.check(new byte[0], Vectors.entry(5), policy)))
        .isEqualTo(ReceiptStep.FORMAT);
  }

  @Test
  void namesTheFirstStepOfAPolicyThatFails() {
    var receipt = receipt(5, 7);
    var leaf = Hash.leaf(Vectors.entry(5));
    var otherLog = Ed25519Signer.ofSeed("log.example/other", Seeds.of(1)).verifierKey();
    var otherKey = Ed25519Signer.ofSeed(ORIGIN, Seeds.of(9)).verifierKey();

    assertThat(step(receipt.verify(leaf, Policy.ofLog(otherLog)))).isEqualTo(ReceiptStep.ORIGIN);
    assertThat(step(receipt.verify(leaf, Policy.ofLog(otherKey)))).isEqualTo(ReceiptStep.SIGNATURE);
    assertThat(receipt.verify(leaf, Policy.ofLog(LOG.verifierKey()))).isInstanceOf(Verified.class);
  }

  @Test
  void takesSixtyThreeProofLinesAndNoMore() {
    var line = Hash.EMPTY_ROOT.toBase64() + "\n";
    var head = "c2sp.org/tlog-proof@v1\nindex 0\n";
    var checkpoint = "\n" + receipt(0, 1).checkpoint().format();
    byte[] most = (head + line.repeat(63) + checkpoint).getBytes(StandardCharsets.UTF_8);
    byte[] more = (head + line.repeat(64) + checkpoint).getBytes(StandardCharsets.UTF_8);

    assertThat(Receipt.parse(most).proof().path()).hasSize(63);
    assertThatThrownBy(() -> Receipt.parse(more)).isInstanceOf(MalformedException.class);
    assertThatThrownBy(() -> Receipt.parse(new byte[1_000_001]))
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void carriesExtraDataThatItDoesNotVouchFor() {
    var receipt = receipt(5, 7);
    var withExtra = new Receipt(receipt.index(), receipt.proof(), receipt.checkpoint(), "AAEC");

    assertThat(withExtra.format()).startsWith("c2sp.org/tlog-proof@v1\nextra AAEC\nindex 5\n");
    assertThat(Receipt.parse(withExtra.toBytes())).isEqualTo(withExtra);
    assertThat(check(withExtra.toBytes(), 5)).isInstanceOf(Verified.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c2sp.org/tlog-proof@v2\nindex 0\n",
        "c2sp.org/tlog-proof@v1\n",
        "c2sp.org/tlog-proof@v1\nindex\n",
        "c2sp.org/tlog-proof@v1\nindex 00\n",
        "c2sp.org/tlog-proof@v1\nindex -1\n",
        "c2sp.org/tlog-proof@v1\nindex  0\n",
        "c2sp.org/tlog-proof@v1\nextra \nindex 0\n",
        "c2sp.org/tlog-proof@v1\nextra AB==\nindex 0\n",
        "c2sp.org/tlog-proof@v1\nindex 0\nextra AAEC\n",
        "c2sp.org/tlog-proof@v1\nextra AAEC\nextra AAEC\nindex 0\n",
        "c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n",
        "c2sp.org/tlog-proof@v1\r\nindex 0\n",
        "\nc2sp.org/tlog-proof@v1\nindex 0\n"
      })
  void refusesEveryOtherForm(String head) {
    var checkpoint = receipt(0, 1).checkpoint().format();
    byte[] bytes = (head + "\n" + checkpoint).getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> Receipt.parse(bytes)).isInstanceOf(MalformedException.class);
  }

  private Receipt receipt(long index, long size) {
    var edge = tiles.append(Edge.EMPTY, Vectors.leaves(0, size));
    var subtrees = new TileSubtrees(edge.size(), tiles);
    return new Receipt(
        new LeafIndex(index),
        InclusionProof.of(new LeafIndex(index), edge.size(), subtrees),
        SignedCheckpoint.sign(new Checkpoint(ORIGIN, edge.size(), edge.root()), LOG));
  }

  private static ReceiptResult check(String receipt, long index) {
    return check(receipt.getBytes(StandardCharsets.UTF_8), index);
  }

  private static ReceiptResult check(byte[] receipt, long index) {
    return Receipt.check(receipt, Vectors.entry(index), LOG.verifierKey());
  }

  private static ReceiptStep step(ReceiptResult result) {
    assertThat(result).isInstanceOf(Refused.class);
    return ((Refused) result).step();
  }
}
