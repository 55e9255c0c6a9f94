package dev.picturelock.provenance.ledger;

import dev.picturelock.tlog.receipt.Receipt;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/// Makes receipts: the proof that an event is in the log, under the log's newest checkpoint. Every
/// receipt is verified before it leaves; one that does not hold is counted and does not leave.
@ApplicationScoped
public class Receipts {
  private final Logs logs;
  private final LogKeys keys;
  private final UnverifiableReceipts unverifiable;

  Receipts(Logs logs, LogKeys keys, UnverifiableReceipts unverifiable) {
    this.logs = logs;
    this.keys = keys;
    this.unverifiable = unverifiable;
  }

  /// - **Errors:** [UnverifiableReceiptException]
  public Optional<Receipt> find(String titleId, UUID eventId) {
    return logs.findEntry(titleId, eventId)
        .flatMap(
            entry -> logs.headOf(titleId, entry.position()).map(head -> under(head).prove(entry)));
  }

  /// Receipts of any of the title's events, all those of one log under one checkpoint: the newest
  /// there is now.
  public TitleReceipts of(String titleId) {
    var written =
        logs.heads(titleId).stream()
            .filter(head -> head.size().value() > 0)
            .map(this::under)
            .toList();
    return new TitleReceipts(titleId, written, logs);
  }

  private LogReceipts under(Head head) {
    return new LogReceipts(head, keys.verifierKey(head), logs, unverifiable);
  }
}
