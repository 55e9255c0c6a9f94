package dev.picturelock.cli.verify;

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
import dev.picturelock.tlog.tile.HashTile;
import dev.picturelock.tlog.tile.TileReader;
import dev.picturelock.tlog.tile.TileSubtrees;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// A ledger of up to 255 events, its keys, and a witness.
public final class SampleLedger {

  public static final String ORIGIN = "localhost/prov/demo";
  public static final Ed25519Signer LOG = signer(ORIGIN, 1);
  public static final String KEY = LOG.verifierKey().format();
  public static final CosignatureSigner WITNESS =
      CosignatureSigner.ofSeed("witness.example/w1", seed(2), () -> Instant.ofEpochSecond(1));

  private SampleLedger() {}

  /// The id of the event at an index.
  public static String id(int index) {
    return "01a1a0b1-297a-71d0-9755-%012x".formatted(index);
  }

  public static byte[] event(int index) {
    return "{\"event\":%d,\"id\":\"%s\"}"
        .formatted(index, id(index))
        .getBytes(StandardCharsets.UTF_8);
  }

  public static Ed25519Signer signer(String name, int seed) {
    return Ed25519Signer.ofSeed(name, seed(seed));
  }

  public static Receipt receipt(int index, int size, NoteSigner... signers) {
    return receipt(SampleLedger::event, index, size, signers);
  }

  /// The receipt from a ledger that has other events.
  public static Receipt receipt(
      IntFunction<byte[]> events, int index, int size, NoteSigner... signers) {
    var tree = new TreeSize(size);
    var subtrees = new TileSubtrees(tree, tiles(events, size));
    return new Receipt(
        new LeafIndex(index),
        InclusionProof.of(new LeafIndex(index), tree, subtrees),
        checkpoint(events, size, signers));
  }

  public static SignedCheckpoint checkpoint(
      IntFunction<byte[]> events, int size, NoteSigner... signers) {
    var root = grown(events, size).edge().root();
    return SignedCheckpoint.sign(
        new Checkpoint(signers[0].verifierKey().name(), new TreeSize(size), root), signers);
  }

  /// The only tile.
  public static TileReader tiles(IntFunction<byte[]> events, int size) {
    byte[] tile = grown(events, size).tiles().getFirst().bytes();
    return (HashTile _) -> tile;
  }

  /// Believes the log when these of the witnesses have cosigned.
  public static String policy(String quorum) {
    return "log %s\nwitness w1 %s\nquorum %s\n"
        .formatted(KEY, WITNESS.verifierKey().format(), quorum);
  }

  private static dev.picturelock.tlog.tile.Appended grown(IntFunction<byte[]> events, int size) {
    return Edge.EMPTY.append(IntStream.range(0, size).mapToObj(events).map(Hash::leaf).toList());
  }

  private static byte[] seed(int value) {
    byte[] seed = new byte[32];
    seed[0] = (byte) value;
    return seed;
  }
}
