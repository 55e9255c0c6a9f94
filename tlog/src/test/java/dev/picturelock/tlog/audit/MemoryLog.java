package dev.picturelock.tlog.audit;

import dev.picturelock.tlog.Seeds;
import dev.picturelock.tlog.Vectors;
import dev.picturelock.tlog.checkpoint.Checkpoint;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.note.Ed25519Signer;
import dev.picturelock.tlog.note.VerifierKey;
import dev.picturelock.tlog.tile.Edge;
import dev.picturelock.tlog.tile.EntryBundle;
import dev.picturelock.tlog.tile.EntryTile;
import dev.picturelock.tlog.tile.HashTile;
import dev.picturelock.tlog.tile.TilePath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

/// The files of a log at one size, each of which can be spoiled.
final class MemoryLog implements LogSource {

  static final String ORIGIN = "log.example/prov";
  static final Ed25519Signer SIGNER = Ed25519Signer.ofSeed(ORIGIN, Seeds.of(1));
  static final VerifierKey KEY = SIGNER.verifierKey();

  /// Large ones take a while to make, and many tests begin with the same.
  private static final Map<Whole, MemoryLog> MADE = new ConcurrentHashMap<>();

  final Map<String, byte[]> files = new LinkedHashMap<>();
  final List<String> read = new ArrayList<>();
  private SignedCheckpoint checkpoint;

  private MemoryLog(SignedCheckpoint checkpoint) {
    this.checkpoint = checkpoint;
  }

  /// What nobody has spoiled yet.
  ///
  /// - **forkedAt** index of the first entry that is another one
  private record Whole(long forkedAt, long size) {
    MemoryLog make() {
      return of(size, i -> i < forkedAt ? Vectors.entry(i) : other(i));
    }

    private static byte[] other(long index) {
      return ("other " + index).getBytes(StandardCharsets.UTF_8);
    }
  }

  /// The log of `leaf 0`, `leaf 1` …
  static MemoryLog of(long size) {
    return forkedAt(size, size);
  }

  /// A log whose entries are others from one index on, but signed by the same key.
  static MemoryLog forkedAt(long index, long size) {
    return MADE.computeIfAbsent(new Whole(index, size), Whole::make).copy();
  }

  static MemoryLog of(long size, LongFunction<byte[]> entries) {
    var leaves = LongStream.range(0, size).mapToObj(i -> Hash.leaf(entries.apply(i))).toList();
    var appended = Edge.EMPTY.append(leaves);
    var log = new MemoryLog(sign(appended.edge()));
    for (var tile : appended.tiles()) {
      log.files.put(tile.tile().path(), tile.bytes());
    }
    for (long n = 0; n * TilePath.FULL_WIDTH < size; n++) {
      var bundle = EntryTile.at(n, appended.size()).orElseThrow();
      long first = bundle.first().value();
      var inBundle = LongStream.range(first, first + bundle.width()).mapToObj(entries).toList();
      log.files.put(bundle.path(), EntryBundle.encode(inBundle));
    }
    return log;
  }

  /// Another one, which may be spoiled; the bytes of a file are never changed in place.
  private MemoryLog copy() {
    var copy = new MemoryLog(checkpoint);
    copy.files.putAll(files);
    return copy;
  }

  /// Signs whatever tree this is, as an owner of the key could.
  static SignedCheckpoint sign(Edge edge) {
    return SignedCheckpoint.sign(new Checkpoint(ORIGIN, edge.size(), edge.root()), SIGNER);
  }

  SignedCheckpoint signed() {
    return checkpoint;
  }

  MemoryLog with(SignedCheckpoint other) {
    checkpoint = other;
    return this;
  }

  void change(String path, UnaryOperator<byte[]> change) {
    files.put(path, change.apply(Objects.requireNonNull(files.get(path), path).clone()));
  }

  @Override
  public byte[] checkpoint() {
    return checkpoint.toBytes();
  }

  @Override
  public Optional<byte[]> hashes(HashTile tile) {
    return file(tile);
  }

  @Override
  public Optional<byte[]> entries(EntryTile bundle) {
    return file(bundle);
  }

  private Optional<byte[]> file(TilePath path) {
    read.add(path.path());
    return Optional.ofNullable(files.get(path.path()));
  }
}
