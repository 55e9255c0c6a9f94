package dev.picturelock.provenance.ledger.log;

import dev.picturelock.tlog.audit.LogSource;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.tile.EntryBundle;
import dev.picturelock.tlog.tile.EntryTile;
import dev.picturelock.tlog.tile.HashTile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// A log as it is stored, to be audited. Rows that are too short stay so, and missing ones are
/// missing: what is wrong is for the audit to find.
public record StoredLog(Entries entries, Tiles tiles, Head head) implements LogSource {

  @Override
  public byte[] checkpoint() {
    return head.checkpoint().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Optional<byte[]> hashes(HashTile tile) {
    // Every partial width is a prefix of the row.
    return Optional.ofNullable(tiles.row(head.log(), tile.level(), tile.n()))
        .map(row -> Arrays.copyOf(row, Math.min(row.length, tile.width() * Hash.BYTES)));
  }

  /// How many bytes its entries have, without reading them.
  public long bytesOf(EntryTile bundle) {
    long first = first(bundle);
    return entries.bytesBetween(head.titleId(), first, first + bundle.width());
  }

  @Override
  public Optional<byte[]> entries(EntryTile bundle) {
    long first = first(bundle);
    var found = entries.between(head.titleId(), first, first + bundle.width());
    return found.isEmpty() ? Optional.empty() : Optional.of(EntryBundle.encode(found));
  }

  private long first(EntryTile bundle) {
    return head.first() + bundle.first().value();
  }
}
