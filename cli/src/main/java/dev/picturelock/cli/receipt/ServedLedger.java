package dev.picturelock.cli.receipt;

import dev.picturelock.cli.api.Api;
import dev.picturelock.cli.terminal.UnusableInputException;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.note.Note;
import dev.picturelock.tlog.note.VerifierKey;
import dev.picturelock.tlog.tile.HashTile;
import dev.picturelock.tlog.tile.TilePath;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The ledger of a title as the provenance service serves it.
final class ServedLedger implements Ledger {

  private static final int MAX_TILE = TilePath.FULL_WIDTH * Hash.BYTES;
  private static final int MAX_KEY = 10_000;

  private final Api api;
  private final String title;
  private final VerifierKey key;
  private @Nullable String log;

  ServedLedger(Api api, String titleId, VerifierKey key) {
    this.api = api;
    this.title = "/v1/titles/" + titleId;
    this.key = key;
  }

  /// - **Errors:** [UnusableInputException] when the title has no log with the key: then an event
  ///   that is not there says nothing about the ledger
  @Override
  public Optional<byte[]> receipt(String eventId) {
    var receipt = api.get(title + "/events/" + eventId + "/receipt", Note.MAX_BYTES);
    if (receipt.isEmpty()) {
      log();
    }
    return receipt;
  }

  @Override
  public Optional<byte[]> hashes(HashTile tile) {
    return api.get(log() + "/" + tile.path(), MAX_TILE);
  }

  /// Where the one of the title's logs is that has the key.
  private String log() {
    if (log == null) {
      log = find();
    }
    return log;
  }

  private String find() {
    for (int n = 1; ; n++) {
      var candidate = title + "/logs/" + n;
      var said =
          api.get(candidate + "/key", MAX_KEY)
              .map(bytes -> new String(bytes, StandardCharsets.UTF_8).stripTrailing())
              .orElseThrow(() ->
                  new UnusableInputException(
                      "no log at %s/logs has the key of %s; is that the event's title?"
                          .formatted(api.address(title), key.name())));
      if (said.equals(key.format())) {
        return candidate;
      }
    }
  }
}
