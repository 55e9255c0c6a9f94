package dev.picturelock.cli.log;

import dev.picturelock.tlog.audit.LogSource;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// A log as a server has it, at one size at a time, with every partial tile it ever published.
final class SampleLog implements LogSource {

  static final String ORIGIN = "localhost/prov/demo";
  static final Ed25519Signer SIGNER = signer(ORIGIN, 1);
  static final VerifierKey KEY = SIGNER.verifierKey();

  final Map<String, byte[]> files = new TreeMap<>();
  final List<String> asked = new ArrayList<>();
  private final Ed25519Signer signer;
  private final List<byte[]> entries = new ArrayList<>();
  private Edge edge = Edge.EMPTY;

  SampleLog() {
    this(SIGNER);
  }

  SampleLog(Ed25519Signer signer) {
    this.signer = signer;
    publish();
  }

  static SampleLog of(int size) {
    return new SampleLog().growTo(size);
  }

  static Ed25519Signer signer(String origin, int seed) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) seed;
    return Ed25519Signer.ofSeed(origin, bytes);
  }

  SampleLog growTo(int size) {
    return add(IntStream.range(entries.size(), size).mapToObj(i -> "entry " + i).toList());
  }

  SampleLog add(String... more) {
    return add(List.of(more));
  }

  private SampleLog add(List<String> more) {
    var added = more.stream().map(entry -> entry.getBytes(StandardCharsets.UTF_8)).toList();
    int from = entries.size() / TilePath.FULL_WIDTH;
    entries.addAll(added);
    var appended = edge.append(added.stream().map(Hash::leaf).toList());
    edge = appended.edge();
    appended.tiles().forEach(tile -> files.put(tile.tile().path(), tile.bytes()));
    for (int n = from; n * TilePath.FULL_WIDTH < entries.size(); n++) {
      var bundle = EntryTile.at(n, edge.size()).orElseThrow();
      int first = n * TilePath.FULL_WIDTH;
      var inBundle = entries.subList(first, first + bundle.width());
      files.put(bundle.path(), EntryBundle.encode(inBundle));
    }
    publish();
    return this;
  }

  SignedCheckpoint signed() {
    var head = new Checkpoint(signer.verifierKey().name(), edge.size(), edge.root());
    return SignedCheckpoint.sign(head, signer);
  }

  Hash root() {
    return edge.root();
  }

  VerifierKey key() {
    return signer.verifierKey();
  }

  /// Spoils one bit of a file.
  void flip(String path) {
    byte[] bytes = files.getOrDefault(path, new byte[0]).clone();
    bytes[bytes.length / 2] ^= 1;
    files.put(path, bytes);
  }

  private void publish() {
    files.put("checkpoint", signed().toBytes());
  }

  @Override
  public byte[] checkpoint() {
    return file("checkpoint").orElseThrow();
  }

  @Override
  public Optional<byte[]> hashes(HashTile tile) {
    return file(tile.path());
  }

  @Override
  public Optional<byte[]> entries(EntryTile bundle) {
    return file(bundle.path());
  }

  Optional<byte[]> file(String path) {
    asked.add(path);
    return Optional.ofNullable(files.get(path));
  }
}
