package dev.picturelock.provenance.ledger.log;

import dev.picturelock.kit.event.PoisonEventException;
import dev.picturelock.tlog.tile.EntryBundle;
import java.util.UUID;

/// An event on its way into the ledger: its exact bytes are the entry.
///
/// - **Errors:** [PoisonEventException] for more bytes than an entry can have: once it is in a
///   table, its bundle can never be served again
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record Entry(UUID eventId, byte[] data) {
  public Entry {
    if (data.length > EntryBundle.MAX_ENTRY_BYTES) {
      throw new PoisonEventException(
          "%d bytes are more than the %d of a ledger entry"
              .formatted(data.length, EntryBundle.MAX_ENTRY_BYTES));
    }
  }
}
