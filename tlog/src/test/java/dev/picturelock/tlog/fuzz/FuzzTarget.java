package dev.picturelock.tlog.fuzz;

import dev.picturelock.tlog.CanonicalText;
import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.Vectors;
import dev.picturelock.tlog.anchor.Anchor;
import dev.picturelock.tlog.anchor.AnchorEntry;
import dev.picturelock.tlog.checkpoint.Checkpoint;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.note.Ed25519Signer;
import dev.picturelock.tlog.note.Note;
import dev.picturelock.tlog.note.SignatureLine;
import dev.picturelock.tlog.note.VerifierKey;
import dev.picturelock.tlog.policy.Policy;
import dev.picturelock.tlog.receipt.Receipt;
import dev.picturelock.tlog.tile.EntryBundle;
import dev.picturelock.tlog.tile.EntryTile;
import dev.picturelock.tlog.tile.TilePath;
import dev.picturelock.tlog.witness.AddCheckpoint;
import dev.picturelock.tlog.witness.HttpAnswer;
import dev.picturelock.tlog.witness.WitnessAnswer;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// A parser under attack, and what must be true of it whatever the input: it throws nothing but
/// [MalformedException], what it accepts is written back as the same bytes, and using what it
/// accepted throws nothing either.
enum FuzzTarget {
  NOTE {
    @Override
    byte[] readAndWrite(byte[] data) {
      var note = Note.parse(data);
      note.verify(Samples.KEYS);
      return note.toBytes();
    }

    @Override
    List<byte[]> seeds() {
      return List.of(Samples.checkpoint().toBytes(), bytes("a\n\nb\n\n" + Samples.LINE));
    }
  },
  CHECKPOINT {
    @Override
    byte[] readAndWrite(byte[] data) {
      return bytes(Checkpoint.parse(CanonicalText.utf8("data", data)).text());
    }

    @Override
    List<byte[]> seeds() {
      var text = Samples.checkpoint().checkpoint().text();
      return List.of(bytes(text), bytes(text + "extension\n"), bytes(Samples.EMPTY_TREE));
    }
  },
  SIGNED_CHECKPOINT {
    @Override
    byte[] readAndWrite(byte[] data) {
      var signed = SignedCheckpoint.parse(data);
      signed.verify(Samples.KEYS);
      return signed.toBytes();
    }

    @Override
    List<byte[]> seeds() {
      return List.of(
          Samples.checkpoint().toBytes(), bytes(Samples.EMPTY_TREE + "\n" + Samples.LINE));
    }
  },
  VERIFIER_KEY {
    @Override
    byte[] readAndWrite(byte[] data) {
      return bytes(VerifierKey.parse(CanonicalText.utf8("data", data)).format());
    }

    @Override
    List<byte[]> seeds() {
      return Samples.KEYS.stream().map(key -> bytes(key.format())).toList();
    }
  },
  PRIVATE_KEY {
    @Override
    byte[] readAndWrite(byte[] data) {
      return bytes(Ed25519Signer.parse(CanonicalText.utf8("data", data)).privateForm());
    }

    @Override
    List<byte[]> seeds() {
      return List.of(bytes(Samples.LOG.privateForm()));
    }
  },
  TILE_PATH {
    @Override
    byte[] readAndWrite(byte[] data) {
      var tile = TilePath.parse(CanonicalText.utf8("data", data));
      if (tile instanceof EntryTile bundle) {
        bundle.first();
      }
      return bytes(tile.path());
    }

    @Override
    List<byte[]> seeds() {
      return List.of(
          bytes("tile/0/000"),
          bytes("tile/63/x001/x234/067.p/255"),
          bytes("tile/entries/x036/x028/x797/x018/x963/967.p/1"));
    }
  },
  ENTRY_BUNDLE {
    // The first byte is how many entries are expected, 0 to 255.
    @Override
    byte[] readAndWrite(byte[] data) {
      if (data.length == 0) {
        throw new MalformedException("data", "empty");
      }
      var entries = EntryBundle.decode(Arrays.copyOfRange(data, 1, data.length), data[0] & 0xff);
      var written = new ByteArrayOutputStream();
      written.write(data[0]);
      written.writeBytes(EntryBundle.encode(entries));
      return written.toByteArray();
    }

    @Override
    List<byte[]> seeds() {
      return List.of(new byte[] {1, 0, 0}, new byte[] {2, 0, 1, 7, 0, 2, 8, 9});
    }
  },
  RECEIPT {
    @Override
    byte[] readAndWrite(byte[] data) {
      var receipt = Receipt.parse(data);
      receipt.verify(Hash.leaf(Vectors.entry(5)), Samples.POLICY);
      Receipt.check(data, Vectors.entry(5), Samples.LOG.verifierKey());
      return receipt.toBytes();
    }

    @Override
    List<byte[]> seeds() {
      return List.of(Samples.receipt("").toBytes(), Samples.receipt("AAEC").toBytes());
    }
  },
  ANCHOR_ENTRY {
    @Override
    byte[] readAndWrite(byte[] data) {
      return AnchorEntry.parse(data).toBytes();
    }

    @Override
    List<byte[]> seeds() {
      return List.of(Samples.anchor().entry().toBytes());
    }
  },
  ANCHOR {
    @Override
    byte[] readAndWrite(byte[] data) {
      var anchor = Anchor.parse(data);
      anchor.verify(Samples.LOG.verifierKey(), Samples.LOG.verifierKey().name(), Samples.POLICY);
      return anchor.toBytes();
    }

    @Override
    List<byte[]> seeds() {
      return List.of(Samples.anchor().toBytes());
    }
  },
  POLICY {
    // A policy is not written back, so it is only held against a checkpoint.
    @Override
    byte[] readAndWrite(byte[] data) {
      var policy = Policy.parse(data);
      policy.evaluate(Samples.checkpoint());
      policy.quorum().witnesses();
      policy.forLog(Samples.LOG.verifierKey()).evaluate(Samples.checkpoint());
      return data;
    }

    @Override
    List<byte[]> seeds() {
      return List.of(bytes(Samples.POLICY_FILE), bytes("quorum none\n"));
    }
  },
  WITNESS_REQUEST {
    @Override
    byte[] readAndWrite(byte[] data) {
      return AddCheckpoint.parse(data).toBytes();
    }

    @Override
    List<byte[]> seeds() {
      return List.of(
          bytes("old 0\n\n" + Samples.checkpoint().format()),
          bytes("old 3\n" + Hash.EMPTY_ROOT.toBase64() + "\n\n" + Samples.checkpoint().format()));
    }
  },
  WITNESS_ANSWER {
    @Override
    byte[] readAndWrite(byte[] data) {
      var lines = Samples.LINE_START;
      // Anything that could be a line is taken for a 200, the rest for a 409.
      int status = data.length > 0 && data[0] == bytes(lines)[0] ? 200 : 409;
      return switch (WitnessAnswer.parse(new HttpAnswer(status, WitnessAnswer.SIZE_TYPE, data))) {
        case WitnessAnswer.Signed(var signed) ->
            bytes(signed.stream().map(SignatureLine::format).collect(Collectors.joining()));
        case WitnessAnswer.Conflict(var size) -> bytes(size + "\n");
        case WitnessAnswer.Refused _, WitnessAnswer.Other _ ->
            throw new IllegalStateException("not for status " + status);
      };
    }

    @Override
    List<byte[]> seeds() {
      return List.of(
          bytes("0\n"),
          bytes(Long.MAX_VALUE + "\n"),
          bytes(Samples.LINE),
          bytes(Samples.LINE + Samples.LINE));
    }
  };

  /// Reads the data, uses what was read, and writes it back.
  abstract byte[] readAndWrite(byte[] data);

  /// Data that the parser accepts, to begin from.
  abstract List<byte[]> seeds();

  /// Whether the parser accepts the data; throws when it breaks its promise.
  final boolean accepts(byte[] data) {
    byte[] written;
    try {
      written = readAndWrite(data.clone());
    } catch (MalformedException e) {
      return false;
    }
    if (!Arrays.equals(written, data)) {
      throw new IllegalStateException(this + " accepts what it does not write");
    }
    return true;
  }

  private static byte[] bytes(String text) {
    return Samples.bytes(text);
  }
}
