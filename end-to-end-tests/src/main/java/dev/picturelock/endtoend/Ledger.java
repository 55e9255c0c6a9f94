package dev.picturelock.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.picturelock.tlog.audit.LogSource;
import dev.picturelock.tlog.checkpoint.Checkpoint;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.ConsistencyProof;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.Merkle;
import dev.picturelock.tlog.merkle.ProofResult;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.note.NoteResult;
import dev.picturelock.tlog.note.VerifierKey;
import dev.picturelock.tlog.tile.EntryBundle;
import dev.picturelock.tlog.tile.EntryTile;
import dev.picturelock.tlog.tile.HashTile;
import dev.picturelock.tlog.tile.TilePath;
import dev.picturelock.tlog.tile.TileSubtrees;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;

/// A title's ledger as an auditor reads it: everything is checked, nothing believed.
final class Ledger {

  private static final int FOUND = 200;
  private static final int ABSENT = 404;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Api api;
  private final Account reader;
  private final String prefix;

  Ledger(Api api, String title) {
    this(api, title, Account.AUDITOR);
  }

  /// As somebody reads it who has a role in the title.
  Ledger(Api api, String title, Account reader) {
    this.api = api;
    this.reader = reader;
    this.prefix = "/v1/titles/" + title;
  }

  VerifierKey key() {
    return VerifierKey.parse(get("/log/key").text().strip());
  }

  /// The newest checkpoint; its signature holds.
  Checkpoint checkpoint() {
    var signed = SignedCheckpoint.parse(get("/log/checkpoint").body());
    assertThat(signed.verify(List.of(key()))).isInstanceOf(NoteResult.Authentic.class);
    return signed.checkpoint();
  }

  /// All entries under the newest checkpoint; hashed again, they give the signed root.
  Contents read() {
    var checkpoint = checkpoint();
    var contents = new Contents(checkpoint, entries(checkpoint.size().value()));
    assertThat(contents.rootOf(checkpoint.size())).isEqualTo(checkpoint.root());
    return contents;
  }

  /// Whether the tiles show that the later tree grew out of the earlier one.
  ProofResult consistency(Checkpoint earlier, Checkpoint later) {
    var tiles = new TileSubtrees(later.size(), this::tile);
    return ConsistencyProof.of(earlier.size(), later.size(), tiles)
        .verify(earlier.size(), earlier.root(), later.size(), later.root());
  }

  /// The root as the hash tiles have it.
  Hash rootOfTiles(TreeSize size) {
    return Merkle.root(size, new TileSubtrees(size, this::tile));
  }

  /// A tile's hashes end to end.
  byte[] tile(HashTile tile) {
    return get("/log/" + tile.path()).body();
  }

  /// The log as an audit reads it.
  LogSource source() {
    return new LogSource() {
      @Override
      public byte[] checkpoint() {
        return get("/log/checkpoint").body();
      }

      @Override
      public Optional<byte[]> hashes(HashTile tile) {
        return file(tile);
      }

      @Override
      public Optional<byte[]> entries(EntryTile bundle) {
        return file(bundle);
      }
    };
  }

  private Optional<byte[]> file(TilePath path) {
    var answer = api.get(reader, Service.PROVENANCE, prefix + "/log/" + path.path());
    return answer.status() == ABSENT ? Optional.empty() : Optional.of(answer.expect(200).body());
  }

  /// Whether the event is an entry already; no answer says that it cannot be told.
  boolean has(String id) {
    try {
      return api.get(reader, Service.PROVENANCE, prefix + "/events/" + id).status() == FOUND;
    } catch (UncheckedIOException _) {
      return false;
    }
  }

  /// The bytes of an event, once it is an entry.
  byte[] event(String id) {
    return awaited("/events/" + id + "?wait=20s");
  }

  JsonNode eventJson(String id) {
    return Answer.parse(event(id));
  }

  byte[] receipt(String id) {
    return awaited("/events/" + id + "/receipt?wait=20s");
  }

  private byte[] awaited(String path) {
    return Awaitility.await(path)
        .atMost(PATIENCE)
        .until(
            () -> api.get(reader, Service.PROVENANCE, prefix + path),
            answer -> answer.status() != ABSENT)
        .expect(FOUND)
        .body();
  }

  private List<byte[]> entries(long size) {
    var entries = new ArrayList<byte[]>();
    for (long n = 0; n * TilePath.FULL_WIDTH < size; n++) {
      entries.addAll(
          bundle(n, (int) Math.min(TilePath.FULL_WIDTH, size - n * TilePath.FULL_WIDTH)));
    }
    return entries;
  }

  private List<byte[]> bundle(long n, int width) {
    return EntryBundle.decode(get("/log/" + new EntryTile(n, width).path()).body(), width);
  }

  private Answer get(String path) {
    return api.get(reader, Service.PROVENANCE, prefix + path).expect(200);
  }

  /// The entries of a ledger in their order.
  record Contents(Checkpoint checkpoint, List<byte[]> entries) {

    /// The root of the first entries, computed from their bytes alone.
    Hash rootOf(TreeSize size) {
      var leaves = entries.subList(0, (int) size.value()).stream().map(Hash::leaf).toList();
      return Merkle.root(
          size,
          (height, index) ->
              Merkle.perfectRoot(
                  leaves.subList((int) (index << height), (int) ((index + 1) << height))));
    }

    List<JsonNode> events() {
      return entries.stream().map(Answer::parse).toList();
    }
  }
}
