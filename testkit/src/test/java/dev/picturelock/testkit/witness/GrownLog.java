package dev.picturelock.testkit.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.picturelock.tlog.checkpoint.Checkpoint;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.ConsistencyProof;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.Merkle;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.note.Ed25519Signer;
import dev.picturelock.tlog.tile.Edge;
import dev.picturelock.tlog.witness.ConsistencyProofs;
import dev.picturelock.tlog.witness.WitnessClient;
import dev.picturelock.tlog.witness.WitnessResult;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// A log at any size; two histories of it are a fork.
record GrownLog(Ed25519Signer signer) {

  String origin() {
    return signer.verifierKey().name();
  }

  Checkpoint checkpoint(int size, String history) {
    return new Checkpoint(
        origin(), new TreeSize(size), Edge.EMPTY.append(leaves(0, size, history)).root());
  }

  SignedCheckpoint signed(int size, String history) {
    return SignedCheckpoint.sign(checkpoint(size, history), signer);
  }

  ConsistencyProofs proofs(int size, String history) {
    return old ->
        ConsistencyProof.of(
            old,
            new TreeSize(size),
            (height, index) -> {
              int from = Math.toIntExact(index << height);
              return Merkle.perfectRoot(leaves(from, from + (1 << height), history));
            });
  }

  WitnessResult submit(WitnessClient client, int size, String history) throws InterruptedException {
    return client.submit(signed(size, history), proofs(size, history));
  }

  static Hash leaf(String history, int index) {
    return Hash.leaf((history + index).getBytes(UTF_8));
  }

  static byte[] seed(int value) {
    byte[] seed = new byte[32];
    Arrays.fill(seed, (byte) value);
    return seed;
  }

  private static List<Hash> leaves(int from, int to, String history) {
    return IntStream.range(from, to).mapToObj(i -> leaf(history, i)).toList();
  }
}
