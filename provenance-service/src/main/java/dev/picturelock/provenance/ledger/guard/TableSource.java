package dev.picturelock.provenance.ledger.guard;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import dev.picturelock.kit.event.EventCodec;
import dev.picturelock.provenance.ledger.guard.LedgerTables.EntryRow;
import dev.picturelock.provenance.ledger.log.Head;
import dev.picturelock.provenance.ledger.log.LogId;
import dev.picturelock.provenance.ledger.log.Logs;
import dev.picturelock.provenance.ledger.log.Tiles;
import dev.picturelock.tlog.audit.LogSource;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.LeafIndex;
import dev.picturelock.tlog.tile.EntryBundle;
import dev.picturelock.tlog.tile.EntryTile;
import dev.picturelock.tlog.tile.HashTile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// One log as its tables have it, under one head. The columns that no tile speaks of are checked
/// here, the rest by the audit that reads from it.
final class TableSource implements LogSource {
  private static final JsonFactory JSON = new JsonFactory();

  private final Head head;
  private final Logs logs;
  private final Tiles tiles;
  private final LedgerTables tables;
  private Instant last = Instant.MIN;

  TableSource(Head head, Logs logs, Tiles tiles, LedgerTables tables) {
    this.head = head;
    this.logs = logs;
    this.tiles = tiles;
    this.tables = tables;
  }

  @Override
  public byte[] checkpoint() {
    return head.checkpoint().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Optional<byte[]> hashes(HashTile tile) {
    var row = tiles.row(head.log(), tile.level(), tile.n());
    if (row == null || row.length < tile.width() * Hash.BYTES) {
      return Optional.ofNullable(row);
    }
    if (row.length > tile.width() * Hash.BYTES) {
      requireGrown(tile, row.length / Hash.BYTES);
    }
    return Optional.of(Arrays.copyOf(row, tile.width() * Hash.BYTES));
  }

  @Override
  public Optional<byte[]> entries(EntryTile bundle) {
    long first = head.first() + bundle.first().value();
    var rows = tables.entries(head.titleId(), first, first + bundle.width());
    for (int i = 0; i < bundle.width(); i++) {
      if (i >= rows.size() || rows.get(i).position() != first + i) {
        throw new RowDamagedException("log_entry idx " + (first + i), "the row is missing");
      }
      check(rows.get(i));
    }
    return Optional.of(EntryBundle.encode(rows.stream().map(EntryRow::data).toList()));
  }

  private void check(EntryRow row) {
    var place = "log_entry idx " + row.position();
    if (row.data().length > EventCodec.MAX_BYTES) {
      throw new RowDamagedException(
          place, "it has more than the %d bytes of an entry".formatted(EventCodec.MAX_BYTES));
    }
    var ofBytes = Hash.leaf(row.data()).toBytes();
    if (!Arrays.equals(ofBytes, row.leafHash())) {
      throw new RowDamagedException(place, contradiction(row, ofBytes));
    }
    if (!head.titleId().equals(LogId.LOG_OF_LOGS) && !names(row)) {
      throw new RowDamagedException(
          place, "event_id %s is not in its bytes".formatted(row.eventId()));
    }
    if (row.at().isBefore(last)) {
      throw new RowDamagedException(place, "it is older than the row before: " + row.at());
    }
    last = row.at();
  }

  private String contradiction(EntryRow row, byte[] ofBytes) {
    var signed = inTile(new LeafIndex(row.position() - head.first()));
    var culprit =
        Arrays.equals(signed, row.leafHash())
            ? "the tile has the latter, so the bytes were changed"
            : Arrays.equals(signed, ofBytes)
                ? "the tile has the former, so the column was changed"
                : "the tile has neither";
    return "the bytes hash to %s, the column leaf_hash says %s; %s"
        .formatted(hex(ofBytes), hex(row.leafHash()), culprit);
  }

  private byte[] inTile(LeafIndex index) {
    var tile = tiles.row(head.log(), 0, index.value() / EntryTile.FULL_WIDTH);
    int at = (int) (index.value() % EntryTile.FULL_WIDTH) * Hash.BYTES;
    return tile == null || tile.length < at + Hash.BYTES
        ? new byte[0]
        : Arrays.copyOfRange(tile, at, at + Hash.BYTES);
  }

  /// Events carry their id; a changed event_id would hand out the receipt of another event. Only
  /// the event's own id counts, in any spelling: its data may name other events.
  private static boolean names(EntryRow row) {
    try (var parser = JSON.createParser(row.data())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        var field = parser.currentName();
        var value = parser.nextToken();
        if (field.equals("id")) {
          return value == JsonToken.VALUE_STRING
              && row.eventId().toString().equalsIgnoreCase(parser.getText());
        }
        parser.skipChildren();
      }
      return false;
    } catch (IOException notJson) {
      return false;
    }
  }

  /// More hashes than this head has are there only if the log has grown since.
  private void requireGrown(HashTile tile, int stored) {
    var now = logs.head(head.log()).orElse(head);
    int expected = HashTile.at(tile.level(), tile.n(), now.size()).orElse(tile).width();
    if (stored > expected) {
      throw new RowDamagedException(
          place(tile, expected), "%d hashes are stored, %d are signed".formatted(stored, expected));
    }
  }

  static String place(HashTile tile, int hash) {
    return "log_tile level %d n %d hash %d".formatted(tile.level(), tile.n(), hash);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
