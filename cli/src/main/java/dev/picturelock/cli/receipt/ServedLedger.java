package dev.picturelock.cli.receipt;

import dev.picturelock.cli.api.Api;
import dev.picturelock.cli.terminal.UnusableInputException;
import dev.picturelock.cli.verify.EventId;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.note.Note;
import dev.picturelock.tlog.note.VerifierKey;
import dev.picturelock.tlog.tile.EntryBundle;
import dev.picturelock.tlog.tile.HashTile;
import dev.picturelock.tlog.tile.TilePath;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The ledger of a title as the provenance service serves it.
final class ServedLedger implements Ledger {

  private static final int MAX_TILE = TilePath.FULL_WIDTH * Hash.BYTES;
  private static final int MAX_KEY = 10_000;
  private static final String FIRST_ENTRY = "tile/entries/000.p/1";
  private static final int MAX_BUNDLE = 2 + EntryBundle.MAX_ENTRY_BYTES;

  /// A new one each week for twenty years; a service that goes on for ever is not believed.
  private static final int MOST_LOGS = 1_000;

  private final Api api;
  private final String title;
  private final VerifierKey key;
  // its number among those of the title, once it is known
  private int log;

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

  @Override
  public Optional<Successor> successor() {
    var next = title + "/logs/" + (number() + 1);
    return key(number() + 1)
        .map(nextKey -> {
          byte[] entry =
              EntryBundle.decode(needed(next + "/" + FIRST_ENTRY, MAX_BUNDLE), 1).getFirst();
          var id = EventId.of(entry).orElseThrow(() -> broken(next + " begins with no event"));
          return new Successor(
              needed(log() + "/checkpoint", Note.MAX_BYTES),
              VerifierKey.parse(nextKey),
              entry,
              receipt(id).orElseThrow(() -> broken("there is no receipt of event " + id)));
        });
  }

  private byte[] needed(String path, int maxBytes) {
    return api.get(path, maxBytes).orElseThrow(() -> broken("there is no " + path));
  }

  private static UnusableInputException broken(String why) {
    return new UnusableInputException("the ledger does not say how it goes on: " + why);
  }

  /// Where the one of the title's logs is that has the key.
  private String log() {
    return title + "/logs/" + number();
  }

  private int number() {
    if (log == 0) {
      log = find();
    }
    return log;
  }

  private int find() {
    for (int n = 1; n <= MOST_LOGS; n++) {
      var said = key(n);
      if (said.isEmpty()) {
        break;
      }
      if (said.get().equals(key.format())) {
        return n;
      }
    }
    throw new UnusableInputException(
        "no log at %s/logs has the key of %s; is that the event's title?"
            .formatted(api.address(title), key.name()));
  }

  /// The key of the n-th log; nothing when there are fewer.
  private Optional<String> key(int n) {
    return api.get(title + "/logs/" + n + "/key", MAX_KEY)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8).stripTrailing());
  }
}
