package dev.picturelock.endtoend;

import dev.picturelock.endtoend.Promises.Promise;
import dev.picturelock.tlog.checkpoint.Checkpoint;
import dev.picturelock.tlog.receipt.Receipt;
import dev.picturelock.tlog.receipt.ReceiptResult.Verified;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Receipts that were handed out before something broke.
record KeptReceipts(List<Kept> kept) {

  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  private record Kept(Promise promise, byte[] entry, byte[] receipt) {}

  static KeptReceipts of(Map<String, Ledger> ledgers, List<Promise> promises) {
    var kept = new ArrayList<Kept>();
    for (var promise : promises) {
      var ledger = Objects.requireNonNull(ledgers.get(promise.title()), promise.title());
      kept.add(
          new Kept(promise, ledger.event(promise.eventId()), ledger.receipt(promise.eventId())));
    }
    return new KeptReceipts(kept);
  }

  /// The checkpoints that they are made for.
  List<Checkpoint> checkpoints(String title) {
    return kept.stream()
        .filter(one -> one.promise().title().equals(title))
        .map(one -> Receipt.parse(one.receipt()).checkpoint().checkpoint())
        .toList();
  }

  /// What is wrong with those of a title now: they must still verify, and name the place at which
  /// the event is.
  List<String> wrong(TitleAudit audit, Ledger ledger) {
    return kept.stream()
        .filter(one -> one.promise().title().equals(audit.title()))
        .filter(one -> !holds(one, audit, ledger))
        .map(one -> "the receipt of %s does not hold any more".formatted(one.promise()))
        .toList();
  }

  private static boolean holds(Kept one, TitleAudit audit, Ledger ledger) {
    var id = one.promise().eventId();
    var index = Receipt.parse(one.receipt()).index();
    return Receipt.check(one.receipt(), one.entry(), audit.key()) instanceof Verified
        && Long.valueOf(index.value()).equals(audit.indexOf(id))
        && Receipt.parse(ledger.receipt(id)).index().equals(index);
  }
}
