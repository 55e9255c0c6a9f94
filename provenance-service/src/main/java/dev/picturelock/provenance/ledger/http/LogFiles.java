package dev.picturelock.provenance.ledger.http;

import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import dev.picturelock.provenance.ledger.Head;
import dev.picturelock.provenance.ledger.LogKeys;
import dev.picturelock.provenance.ledger.Logs;
import dev.picturelock.provenance.ledger.guard.Guard;
import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.tile.EntryBundle;
import dev.picturelock.tlog.tile.EntryTile;
import dev.picturelock.tlog.tile.HashTile;
import dev.picturelock.tlog.tile.TilePath;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/// The files of a log as c2sp.org/tlog-tiles wants them: checkpoint, hash tiles, entry bundles; and
/// the key. Whoever calls has asked whether the reader may.
@ApplicationScoped
class LogFiles {
  private static final String IMMUTABLE = "private, max-age=31536000, immutable";

  private final Logs logs;
  private final LogKeys keys;
  private final Guard guard;

  LogFiles(Logs logs, LogKeys keys, Guard guard) {
    this.logs = logs;
    this.keys = keys;
    this.guard = guard;
  }

  RestResponse<String> checkpoint(Head head) {
    guard.release(head);
    return ResponseBuilder.ok(head.checkpoint()).header("Cache-Control", "no-store").build();
  }

  String key(Head head) {
    return keys.verifierKey(head).format() + "\n";
  }

  RestResponse<byte[]> tile(Head head, String path) {
    guard.release(head);
    var bytes =
        switch (parse("tile/" + path)) {
          case HashTile tile when tile.existsAt(head.size()) -> hashes(head, tile);
          case EntryTile bundle when bundle.existsAt(head.size()) -> bundle(head, bundle);
          case HashTile _, EntryTile _ -> throw notInLog(path);
        };
    return ResponseBuilder.ok(bytes).header("Cache-Control", IMMUTABLE).build();
  }

  private byte[] hashes(Head head, HashTile tile) {
    var row = logs.tile(head.log(), tile.level(), tile.n());
    if (row == null) {
      throw notInLog(tile.path());
    }
    // Every partial width is a prefix of the row.
    return Arrays.copyOf(row, tile.width() * Hash.BYTES);
  }

  private byte[] bundle(Head head, EntryTile bundle) {
    long first = head.first() + bundle.first().value();
    return EntryBundle.encode(logs.entries(head.titleId(), first, first + bundle.width()));
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
