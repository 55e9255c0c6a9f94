package dev.picturelock.provenance.ledger.guard;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The tables of the ledger as somebody reads them who believes nothing in them.
public interface LedgerTables {

  /// Rows at the positions `from` (inclusive) to `to` (exclusive), in order; there may be gaps. Of
  /// an entry that is longer than any may be one byte too many is read, and not all of it.
  List<EntryRow> entries(String titleId, long from, long to);

  /// The position behind the title's last row.
  long end(String titleId);

  /// What should keep the past from being changed and does not: triggers that are not there, are
  /// switched off or do something else than they should, and rights that the service was not to
  /// have.
  List<String> missingProtection();

  /// A row of `log_entry` with all its columns.
  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  record EntryRow(long position, UUID eventId, byte[] leafHash, byte[] data, Instant at) {}
}
