package dev.picturelock.provenance.verify;

import dev.picturelock.tlog.checkpoint.Checkpoint;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.InclusionProof;
import dev.picturelock.tlog.merkle.LeafIndex;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.note.CosignatureSigner;
import dev.picturelock.tlog.note.Ed25519Signer;
import dev.picturelock.tlog.note.NoteSigner;
import dev.picturelock.tlog.receipt.Receipt;
import dev.picturelock.tlog.tile.Edge;
import dev.picturelock.tlog.tile.TileSubtrees;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.IntStream;

/// A small log with receipts, its key, and witnesses with theirs.
final class SampleLog {

  static final String ORIGIN = "log.example/prov";
  static final Ed25519Signer LOG = Ed25519Signer.ofSeed(ORIGIN, seed(1));
  static final CosignatureSigner WITNESS =
      CosignatureSigner.ofSeed("witness.example/w1", seed(2), () -> Instant.ofEpochSecond(1));
  static final CosignatureSigner OTHER_WITNESS =
      CosignatureSigner.ofSeed("witness.example/w2", seed(3), () -> Instant.ofEpochSecond(2));
  static final CosignatureSigner ML_DSA_WITNESS =
      CosignatureSigner.mlDsa44OfSeed("witness.example/pq", seed(4), () -> Instant.EPOCH);

  private SampleLog() {}

  static byte[] seed(int value) {
    var seed = new byte[32];
    Arrays.fill(seed, (byte) value);
    return seed;
  }

  static byte[] event(long index) {
    return ("leaf " + index).getBytes(StandardCharsets.UTF_8);
  }

  static String key() {
    return LOG.verifierKey().format();
  }

  static byte[] receipt(int index, int size, NoteSigner... signers) {
    var leaves = IntStream.range(0, size).mapToObj(i -> Hash.leaf(event(i))).toList();
    var grown = Edge.EMPTY.append(leaves);
    var subtrees = new TileSubtrees(grown.size(), _ -> grown.tiles().getFirst().bytes());
    var proof = InclusionProof.of(new LeafIndex(index), grown.size(), subtrees);
    return receipt(index, proof, grown.size(), grown.root(), signers);
  }

  static byte[] receipt(
      long index, InclusionProof proof, TreeSize size, Hash root, NoteSigner... signers) {
    var checkpoint = new Checkpoint(ORIGIN, size, root);
    return new Receipt(new LeafIndex(index), proof, SignedCheckpoint.sign(checkpoint, signers))
        .toBytes();
  }

  /// A policy that asks for `threshold` of the two Ed25519 witnesses.
  static String policy(int threshold) {
    return """
    # the log of the title
    log %s
    witness w1 %s
    witness w2 %s https://witness.example/
    group both %d w1 w2
    quorum both
    """
        .formatted(
            key(), WITNESS.verifierKey().format(), OTHER_WITNESS.verifierKey().format(), threshold);
  }
}
