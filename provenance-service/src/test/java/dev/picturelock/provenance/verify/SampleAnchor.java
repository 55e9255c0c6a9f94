package dev.picturelock.provenance.verify;

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
import dev.picturelock.tlog.note.Ed25519Signer;
import dev.picturelock.tlog.note.NoteSigner;
import dev.picturelock.tlog.note.VerifierKey;
import dev.picturelock.tlog.receipt.Receipt;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;

/// The anchor of a receipt's checkpoint: the second of two entries of a log of logs.
///
/// - **said** the checkpoint that the entry commits to
/// - **about** the key of the log that the entry speaks of
record SampleAnchor(
    SignedCheckpoint anchored, Checkpoint said, VerifierKey about, List<NoteSigner> signers) {

  static final Ed25519Signer LOG_OF_LOGS = Ed25519Signer.ofSeed("log.example", SampleLog.seed(8));
  static final String TIME_TEXT = "2026-11-22T07:00:00.123456Z";

  SampleAnchor(byte[] receipt) {
    this(
        Receipt.parse(receipt).checkpoint(),
        Receipt.parse(receipt).checkpoint().checkpoint(),
        SampleLog.LOG.verifierKey(),
        List.of(LOG_OF_LOGS));
  }

  SampleAnchor signedBy(NoteSigner... others) {
    return new SampleAnchor(anchored, said, about, List.of(others));
  }

  SampleAnchor committedTo(byte[] receipt) {
    var other = Receipt.parse(receipt).checkpoint().checkpoint();
    return new SampleAnchor(anchored, other, about, signers);
  }

  SampleAnchor aboutKey(VerifierKey other) {
    return new SampleAnchor(anchored, said, other, signers);
  }

  byte[] toBytes() {
    var time = Instant.parse(TIME_TEXT);
    var checkpoints = new TreeMap<Label, Commitment>();
    checkpoints.put(Label.of(about, time), Commitment.of(said));
    for (byte decoy = 0; decoy < 3; decoy++) {
      var random = Base64.getUrlEncoder().withoutPadding();
      var digest = random.encodeToString(Hash.leaf(new byte[] {decoy}).toBytes());
      checkpoints.put(new Label(digest), new Commitment(digest));
    }
    var entry = new AnchorEntry(checkpoints, time);
    var before = Hash.leaf(new byte[0]);
    var root = Hash.node(before, Hash.leaf(entry.toBytes()));
    var tree = new Checkpoint(LOG_OF_LOGS.verifierKey().name(), new TreeSize(2), root);
    var proof =
        new Receipt(
            new LeafIndex(1),
            new InclusionProof(List.of(before)),
            SignedCheckpoint.sign(tree, signers.toArray(NoteSigner[]::new)));
    return Anchor.of(proof, entry, anchored).toBytes();
  }

  /// What the extra line holds.
  byte[] extra() {
    return Base64.getDecoder().decode(Receipt.parse(toBytes()).extra());
  }

  /// The same with another extra line.
  byte[] withExtra(byte[] extra) {
    var old = Receipt.parse(toBytes()).extra();
    return new String(toBytes(), StandardCharsets.UTF_8)
        .replace(old, Base64.getEncoder().encodeToString(extra))
        .getBytes(StandardCharsets.UTF_8);
  }
}
