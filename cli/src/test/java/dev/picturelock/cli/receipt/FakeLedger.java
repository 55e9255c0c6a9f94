package dev.picturelock.cli.receipt;

import dev.picturelock.cli.verify.SampleLedger;
import dev.picturelock.tlog.tile.HashTile;
import dev.picturelock.tlog.tile.TileReader;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntFunction;

/// A ledger at a later size, perhaps one that lies.
record FakeLedger(
    Optional<byte[]> receipt, Optional<TileReader> tiles, Optional<Successor> successor)
    implements Ledger {

  FakeLedger(Optional<byte[]> receipt, Optional<TileReader> tiles) {
    this(receipt, tiles, Optional.empty());
  }

  static FakeLedger of(IntFunction<byte[]> events, int index, int size) {
    var receipt = SampleLedger.receipt(events, index, size, SampleLedger.LOG).toBytes();
    return new FakeLedger(Optional.of(receipt), Optional.of(SampleLedger.tiles(events, size)));
  }

  FakeLedger withTiles(Optional<TileReader> others) {
    return new FakeLedger(receipt, others);
  }

  FakeLedger endingWith(Successor next) {
    return new FakeLedger(receipt, tiles, Optional.of(next));
  }

  @Override
  public Optional<byte[]> receipt(String eventId) {
    return receipt;
  }

  @Override
  public Optional<byte[]> hashes(HashTile tile) {
    return tiles.map(reader -> Arrays.copyOf(reader.read(tile), tile.width() * 32));
  }
}
