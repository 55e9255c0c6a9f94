package dev.picturelock.provenance.ledger;

import dev.picturelock.provenance.ledger.log.Entries;
import dev.picturelock.provenance.ledger.log.StoredEntry;
import dev.picturelock.tlog.receipt.Receipt;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/// Receipts of events of one title, those of each of its logs under one checkpoint.
public final class TitleReceipts {
  // An entry can have 64 KiB, and so many of them are in memory at once.
  private static final int AT_ONCE = 64;

  private final String titleId;
  private final List<LogReceipts> written;
  private final Entries entries;

  TitleReceipts(String titleId, List<LogReceipts> written, Entries entries) {
    this.titleId = titleId;
    this.written = List.copyOf(written);
    this.entries = entries;
  }

  /// The logs that have found, oldest first.
  public List<LogReceipts> logs() {
    return written;
  }

  /// Gives each entry at these positions with its receipt, in the order of the positions.
  ///
  /// Two questions to the store for some dozens of found, however many there are in all.
  ///
  /// - **Errors:** [UnverifiableReceiptException]
  public void forEach(Collection<Long> positions, BiConsumer<StoredEntry, Receipt> each) {
    var rest = new TreeSet<>(positions);
    for (var log : written) {
      var inLog = List.copyOf(rest.headSet(log.head().position()));
      rest.removeAll(inLog);
      for (int from = 0; from < inLog.size(); from += AT_ONCE) {
        prove(log, inLog.subList(from, Math.min(from + AT_ONCE, inLog.size())), each);
      }
    }
    if (!rest.isEmpty()) {
      throw new IllegalArgumentException("title " + titleId + " has no entry " + rest.first());
    }
  }

  private void prove(LogReceipts log, List<Long> positions, BiConsumer<StoredEntry, Receipt> each) {
    var found = entries.at(titleId, positions);
    if (found.size() != positions.size()) {
      var missing = new ArrayList<>(positions);
      found.forEach(entry -> missing.remove(entry.position()));
      throw log.missing(missing.getFirst());
    }
    var receipts = log.prove(found);
    for (int i = 0; i < found.size(); i++) {
      each.accept(found.get(i), receipts.get(i));
    }
  }
}
