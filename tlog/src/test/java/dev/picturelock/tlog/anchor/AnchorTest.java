package dev.picturelock.tlog.anchor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.tlog.NaiveTree;
import dev.picturelock.tlog.Seeds;
import dev.picturelock.tlog.Vectors;
import dev.picturelock.tlog.anchor.AnchorResult.Refused;
import dev.picturelock.tlog.anchor.AnchorResult.Verified;
import dev.picturelock.tlog.checkpoint.Checkpoint;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.InclusionProof;
import dev.picturelock.tlog.merkle.LeafIndex;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.note.CosignatureSigner;
import dev.picturelock.tlog.note.Ed25519Signer;
import dev.picturelock.tlog.policy.Policy;
import dev.picturelock.tlog.receipt.Receipt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AnchorTest {

  private static final Instant TIME = Instant.parse("2026-11-22T07:00:00.123456Z");
  private static final Ed25519Signer LOG_OF_LOGS = Ed25519Signer.ofSeed("log", Seeds.of(1));
  private static final Ed25519Signer TITLE = Ed25519Signer.ofSeed("log/t", Seeds.of(2));
  private static final Ed25519Signer OTHER = Ed25519Signer.ofSeed("log/o", Seeds.of(3));
  private static final CosignatureSigner WITNESS =
      CosignatureSigner.ofSeed("witness", Seeds.of(4), () -> TIME);
  private static final SignedCheckpoint CHECKPOINT = checkpoint(TITLE, 3);

  @Test
  void provesOfflineThatTheLogOfLogsCommitsToACheckpoint() {
    var anchor = anchor(entry(CHECKPOINT), CHECKPOINT);

    var result = check(anchor.toBytes());

    assertThat(result)
        .isInstanceOfSatisfying(
            Verified.class,
            verified -> {
              assertThat(verified.anchored()).isEqualTo(CHECKPOINT.checkpoint());
              assertThat(verified.entry().time()).isEqualTo(TIME);
              assertThat(verified.proof().index()).isEqualTo(new LeafIndex(4));
              assertThat(verified.proof().endorsements()).hasSize(2);
            });
    assertThat(Anchor.parse(anchor.toBytes())).isEqualTo(anchor);
  }

  @Test
  void isATlogProofOfTheEntryForWhoKnowsNothingOfAnchors() {
    var anchor = anchor(entry(CHECKPOINT), CHECKPOINT);

    var receipt = Receipt.check(anchor.toBytes(), anchor.entry().toBytes(), policy("any"));

    assertThat(receipt).isInstanceOf(dev.picturelock.tlog.receipt.ReceiptResult.Verified.class);
  }

  @Test
  void isRefusedAfterAnyByteIsChanged() {
    byte[] bytes = anchor(entry(CHECKPOINT), CHECKPOINT).toBytes();

    for (int at = 0; at < bytes.length; at++) {
      byte[] changed = bytes.clone();
      changed[at] ^= 1;
      byte[] cased = bytes.clone();
      cased[at] ^= 0x20;

      assertThat(check(changed)).as("byte %d", at).isInstanceOf(Refused.class);
      assertThat(check(cased)).as("byte %d", at).isInstanceOf(Refused.class);
    }
  }

  @Test
  void isRefusedWhenTheEntryIsNotInTheLogOfLogs() {
    var logged = anchor(entry(checkpoint(TITLE, 2)), checkpoint(TITLE, 2));

    var result =
        Anchor.of(logged.proof(), entry(CHECKPOINT), CHECKPOINT)
            .verify(TITLE.verifierKey(), "log/t", policy("any"));

    assertRefused(result, AnchorStep.LOG_OF_LOGS);
  }

  @Test
  void isRefusedWithoutTheCosignaturesThatThePolicyAsksFor() {
    var anchor = anchor(entry(CHECKPOINT), CHECKPOINT);

    var result = anchor.verify(TITLE.verifierKey(), "log/t", policy("all"));

    assertRefused(result, AnchorStep.LOG_OF_LOGS);
  }

  @Test
  void isRefusedForACheckpointOfAnotherLog() {
    var others = checkpoint(OTHER, 3);

    assertRefused(check(anchor(entry(others), others).toBytes()), AnchorStep.CHECKPOINT);
  }

  @Test
  void isRefusedForACheckpointThatTheLogDidNotSign() {
    var forged = SignedCheckpoint.sign(CHECKPOINT.checkpoint(), OTHER);

    assertRefused(check(anchor(entry(CHECKPOINT), forged).toBytes()), AnchorStep.CHECKPOINT);
  }

  @Test
  void isRefusedWhenTheEntryIsAboutOtherLogsOnly() {
    assertRefused(
        check(anchor(entry(checkpoint(OTHER, 3)), CHECKPOINT).toBytes()), AnchorStep.LABEL);
  }

  @Test
  void isRefusedForASecondCheckpointThatTheLogSignedForTheSameEntry() {
    var shownToSomebodyElse = checkpoint(TITLE, 2);

    assertRefused(
        check(anchor(entry(CHECKPOINT), shownToSomebodyElse).toBytes()), AnchorStep.COMMITMENT);
  }

  @Test
  void isRefusedWhenItIsAnOrdinaryReceipt() {
    var anchor = anchor(entry(CHECKPOINT), CHECKPOINT);
    var receipt =
        new Receipt(anchor.proof().index(), anchor.proof().proof(), anchor.proof().checkpoint());

    assertRefused(check(receipt.toBytes()), AnchorStep.FORMAT);
  }

  private static AnchorResult check(byte[] anchor) {
    return Anchor.check(anchor, TITLE.verifierKey(), "log/t", policy("any"));
  }

  private static void assertRefused(AnchorResult result, AnchorStep step) {
    assertThat(result)
        .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.step()).isEqualTo(step));
  }

  /// Asks for the witness that cosigned, or also for one that did not.
  private static Policy policy(String quorum) {
    var absent = CosignatureSigner.ofSeed("absent", Seeds.of(5), () -> TIME).verifierKey();
    return Policy.parse(
        "log %s\nwitness w %s\nwitness a %s\ngroup g %s w a\nquorum g\n"
            .formatted(LOG_OF_LOGS.verifierKey(), WITNESS.verifierKey(), absent, quorum));
  }

  private static SignedCheckpoint checkpoint(Ed25519Signer signer, int size) {
    var root = NaiveTree.root(Vectors.leaves(0, size));
    return SignedCheckpoint.sign(
        new Checkpoint(signer.verifierKey().name(), new TreeSize(size), root), signer);
  }

  /// An entry that commits to a checkpoint of a log, and to one that is none of ours.
  private static AnchorEntry entry(SignedCheckpoint checkpoint) {
    var key =
        checkpoint.checkpoint().origin().equals("log/t")
            ? TITLE.verifierKey()
            : OTHER.verifierKey();
    var checkpoints = new TreeMap<Label, Commitment>();
    checkpoints.put(Label.of(key, TIME), Commitment.of(checkpoint.checkpoint()));
    checkpoints.put(Label.of(LOG_OF_LOGS.verifierKey(), TIME), new Commitment("A".repeat(43)));
    return new AnchorEntry(checkpoints, TIME);
  }

  /// The entry is the fifth of seven in the log of logs.
  private static Anchor anchor(AnchorEntry entry, SignedCheckpoint checkpoint) {
    List<Hash> leaves = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      leaves.add(Hash.leaf(i == 4 ? entry.toBytes() : ("entry " + i).getBytes(UTF_8)));
    }
    var signed =
        SignedCheckpoint.sign(
            new Checkpoint("log", new TreeSize(7), NaiveTree.root(leaves)), LOG_OF_LOGS, WITNESS);
    var proof = InclusionProof.of(new LeafIndex(4), new TreeSize(7), new NaiveTree(leaves));
    return Anchor.of(new Receipt(new LeafIndex(4), proof, signed), entry, checkpoint);
  }
}
