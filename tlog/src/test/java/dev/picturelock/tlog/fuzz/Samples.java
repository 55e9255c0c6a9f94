package dev.picturelock.tlog.fuzz;

import dev.picturelock.tlog.NaiveTree;
import dev.picturelock.tlog.Seeds;
import dev.picturelock.tlog.Vectors;
import dev.picturelock.tlog.anchor.Anchor;
import dev.picturelock.tlog.anchor.AnchorEntry;
import dev.picturelock.tlog.anchor.Commitment;
import dev.picturelock.tlog.anchor.Label;
import dev.picturelock.tlog.checkpoint.Checkpoint;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.InclusionProof;
import dev.picturelock.tlog.merkle.LeafIndex;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.note.CosignatureSigner;
import dev.picturelock.tlog.note.Ed25519Signer;
import dev.picturelock.tlog.note.VerifierKey;
import dev.picturelock.tlog.policy.Policy;
import dev.picturelock.tlog.receipt.Receipt;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/// One small log with two witnesses, in every form that a parser reads.
final class Samples {

  static final Ed25519Signer LOG = Ed25519Signer.ofSeed("log.example/prov", Seeds.of(1));
  static final String LINE_START = "— ";
  static final String EMPTY_TREE = "o\n0\n" + Hash.EMPTY_ROOT.toBase64() + "\n";

  private static final int SIZE = 7;
  private static final CosignatureSigner WITNESS =
      CosignatureSigner.ofSeed("w", Seeds.of(2), () -> Instant.ofEpochSecond(1_700_000_000));
  private static final CosignatureSigner ML_DSA =
      CosignatureSigner.mlDsa44OfSeed("m", Seeds.of(3), () -> Instant.ofEpochSecond(1_700_000_000));
  private static final SignedCheckpoint CHECKPOINT =
      SignedCheckpoint.sign(
          new Checkpoint(
              "log.example/prov", new TreeSize(SIZE), NaiveTree.root(Vectors.leaves(0, SIZE))),
          LOG,
          WITNESS);

  static final String LINE = WITNESS.sign(EMPTY_TREE).format();
  static final List<VerifierKey> KEYS =
      List.of(LOG.verifierKey(), WITNESS.verifierKey(), ML_DSA.verifierKey());
  static final String POLICY_FILE =
      "# policy\nlog %s https://log.example\n\nwitness w %s\nwitness m %s https://m\ngroup g 1 w m\nquorum g\n"
          .formatted(LOG.verifierKey(), WITNESS.verifierKey(), ML_DSA.verifierKey());
  static final Policy POLICY = Policy.parse(POLICY_FILE);

  private Samples() {}

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static SignedCheckpoint checkpoint() {
    return CHECKPOINT;
  }

  static Receipt receipt(String extra) {
    var tree = new NaiveTree(Vectors.leaves(0, SIZE));
    var proof = InclusionProof.of(new LeafIndex(5), new TreeSize(SIZE), tree);
    return new Receipt(new LeafIndex(5), proof, CHECKPOINT, extra);
  }

  static Anchor anchor() {
    var time = Instant.ofEpochSecond(1_700_000_000);
    var checkpoints = new TreeMap<Label, Commitment>();
    checkpoints.put(Label.of(LOG.verifierKey(), time), Commitment.of(CHECKPOINT.checkpoint()));
    checkpoints.put(Label.of(KEYS.get(1), time), new Commitment("A".repeat(43)));
    return Anchor.of(receipt(""), new AnchorEntry(checkpoints, time), CHECKPOINT);
  }
}
