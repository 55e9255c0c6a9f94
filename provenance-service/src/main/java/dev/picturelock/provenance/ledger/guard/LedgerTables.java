package dev.picturelock.provenance.ledger.guard;

import dev.picturelock.provenance.ledger.log.LogId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The tables of the ledger as somebody reads them who believes nothing in them.
public interface LedgerTables {

  /// Rows at the positions `from` (inclusive) to `to` (exclusive), in order; there may be gaps. Of
  /// an entry that is longer than any may be one byte too many is read, and not all of it.
  List<EntryRow> entries(String titleId, long from, long to);

  /// The position behind the title's last row.
  long end(String titleId);

  /// At most `limit` rows of `log_anchor` of a log from a size on, by size, each with what it
  /// refers to.
  ///
  /// - **first** the position of the log's entry 0
  List<AnchorRow> anchors(LogId log, long first, long fromSize, int limit);

  /// What should keep the past from being changed and does not: triggers that are not there, are
  /// switched off or do something else than they should, and rights that the service was not to
  /// have.
  List<String> missingProtection();

  /// A row of `log_entry` with all its columns.
  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  record EntryRow(long position, UUID eventId, byte[] leafHash, byte[] data, Instant at) {}

  /// A row of `log_anchor`.
  ///
  /// - **entry** of the log of logs, if there is one under the id
  /// - **lastWritten** when the last entry of the title that the checkpoint covers says that it was
  ///   written, if that is there
  record AnchorRow(
      long size,
      String checkpoint,
      UUID entryId,
      Optional<byte[]> entry,
      Optional<Instant> lastWritten) {}
}
