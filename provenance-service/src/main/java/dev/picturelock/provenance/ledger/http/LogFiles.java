package dev.picturelock.provenance.ledger.http;

import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import dev.picturelock.provenance.ledger.Cosignatures;
import dev.picturelock.provenance.ledger.guard.Guard;
import dev.picturelock.provenance.ledger.log.Entries;
import dev.picturelock.provenance.ledger.log.Head;
import dev.picturelock.provenance.ledger.log.LogKeys;
import dev.picturelock.provenance.ledger.log.StoredLog;
import dev.picturelock.provenance.ledger.log.Tiles;
import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.tile.EntryTile;
import dev.picturelock.tlog.tile.HashTile;
import dev.picturelock.tlog.tile.TilePath;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/// The files of a log as c2sp.org/tlog-tiles wants them: checkpoint, hash tiles, entry bundles; and
/// the key. Whoever calls has asked whether the reader may.
///
/// Every file has one address. What is spelled otherwise in any way, even percent-encoded, is not
/// found; a query is ignored, as a file server does.
@ApplicationScoped
class LogFiles {
  private static final String IMMUTABLE = "private, max-age=31536000, immutable";
  // A kept checkpoint is asked about each time: it is old after seconds.
  private static final String CHANGING = "private, no-cache";

  private final Entries entries;
  private final Tiles tiles;
  private final LogKeys keys;
  private final Cosignatures cosignatures;
  private final Guard guard;
  private final BundleMemory memory;

  LogFiles(
      Entries entries,
      Tiles tiles,
      LogKeys keys,
      Cosignatures cosignatures,
      Guard guard,
      BundleMemory memory) {
    this.entries = entries;
    this.tiles = tiles;
    this.keys = keys;
    this.cosignatures = cosignatures;
    this.guard = guard;
    this.memory = memory;
  }

  RestResponse<byte[]> checkpoint(Head head, FileRequest asked) {
    if (head.checkpoint().isEmpty() || !asked.isFor("checkpoint")) {
      throw notInLog(asked.file());
    }
    guard.release(head);
    byte[] bytes = cosignatures.on(head).toBytes();
    return asked.answerText(bytes, CHANGING);
  }

  RestResponse<byte[]> key(Head head, FileRequest asked) {
    if (!asked.isFor("key")) {
      throw notInLog(asked.file());
    }
    guard.release(head);
    byte[] bytes = (keys.verifierKey(head).format() + "\n").getBytes(StandardCharsets.UTF_8);
    return asked.answerText(bytes, CHANGING);
  }

  RestResponse<byte[]> tile(Head head, FileRequest asked) {
    guard.release(head);
    var file = parse(asked.file());
    // A file never changes, so its name in the log of this key stands for its bytes, and who has
    // them need not make us read them.
    var tag =
        FileRequest.tag((keys.verifierKey(head) + file.path()).getBytes(StandardCharsets.UTF_8));
    var stored = new StoredLog(entries, tiles, head);
    return switch (file) {
      case HashTile tile when tile.existsAt(head.size()) ->
          asked.answer(tag, IMMUTABLE, () -> there(tile, stored.hashes(tile)));
      case EntryTile bundle when bundle.existsAt(head.size()) ->
          asked.answerZipped(tag, IMMUTABLE, () -> entries(bundle, stored));
      case HashTile _, EntryTile _ -> throw notInLog(asked.file());
    };
  }

  private byte[] entries(EntryTile bundle, StoredLog stored) {
    memory.hold(stored.bytesOf(bundle));
    return there(bundle, stored.entries(bundle));
  }

  private static byte[] there(TilePath file, Optional<byte[]> bytes) {
    return bytes.orElseThrow(() -> notInLog(file.path()));
  }

  private static TilePath parse(String path) {
    try {
      return TilePath.parse(path);
    } catch (MalformedException notCanonical) {
      throw notInLog(path);
    }
  }

  private static ProblemException notInLog(String path) {
    return new ProblemException(
        ProblemType.NOT_FOUND, "the log has no '" + path + "' (or not in this spelling)");
  }
}
