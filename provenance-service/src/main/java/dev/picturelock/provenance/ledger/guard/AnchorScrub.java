package dev.picturelock.provenance.ledger.guard;

import dev.picturelock.provenance.ledger.guard.LedgerTables.AnchorRow;
import dev.picturelock.provenance.ledger.log.Head;
import dev.picturelock.provenance.ledger.log.LogKeys;
import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.anchor.AnchorEntry;
import dev.picturelock.tlog.anchor.Commitment;
import dev.picturelock.tlog.anchor.Label;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.note.NoteResult;
import dev.picturelock.tlog.note.VerifierKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/// Audits which checkpoints of a log the log of logs is said to commit to: each is signed, and the
/// entry that is named for it, under its id, commits to this very one.
///
/// The entries of the log of logs carry times that are signed. They bound what nothing else covers:
/// an entry of the title was written no later than the first entry that commits to it.
@ApplicationScoped
class AnchorScrub {
  private static final int SLICE = 64;

  private final LogKeys keys;
  private final LedgerTables tables;

  AnchorScrub(LogKeys keys, LedgerTables tables) {
    this.keys = keys;
    this.tables = tables;
  }

  /// - **slice** is told after each slice that no entry of the log itself was audited
  /// - **Errors:** [RowDamagedException] for the first row that is wrong
  void audit(Head head, LongConsumer slice) {
    var key = keys.verifierKey(head);
    List<AnchorRow> rows;
    long from = 0;
    do {
      rows = tables.anchors(head.log(), head.first(), from, SLICE);
      for (var row : rows) {
        check(row, key, head);
        from = row.size() + 1;
      }
      slice.accept(0);
    } while (rows.size() == SLICE);
  }

  private static void check(AnchorRow row, VerifierKey key, Head head) {
    var place = "log_anchor size " + row.size();
    try {
      var checkpoint = signed(row, key, place);
      var entry =
          AnchorEntry.parse(
              row.entry()
                  .orElseThrow(() ->
                      new RowDamagedException(
                          place, "the log of logs has no entry " + row.entryId())));
      var commitment = entry.of(Label.of(key, entry.time()));
      if (!commitment.equals(Optional.of(Commitment.of(checkpoint.checkpoint())))) {
        throw new RowDamagedException(
            place, "entry %s of the log of logs commits to another".formatted(row.entryId()));
      }
      if (row.lastWritten().filter(at -> !at.isAfter(entry.time())).isEmpty()) {
        throw new RowDamagedException(
            "log_entry idx " + (head.first() + row.size() - 1),
            "it says it was written at %s, the log of logs committed to it at %s"
                .formatted(
                    row.lastWritten().map(Object::toString).orElse("no time"), entry.time()));
      }
    } catch (MalformedException unreadable) {
      throw new RowDamagedException(place, unreadable.reason());
    }
  }

  private static SignedCheckpoint signed(AnchorRow row, VerifierKey key, String place) {
    var signed = SignedCheckpoint.parse(row.checkpoint());
    if (signed.checkpoint().size().value() != row.size()) {
      throw new RowDamagedException(
          place, "its checkpoint is of size " + signed.checkpoint().size());
    }
    if (signed.verify(List.of(key)) instanceof NoteResult.Rejected rejected) {
      throw new RowDamagedException(place, "its checkpoint is not signed: " + rejected.detail());
    }
    return signed;
  }
}
