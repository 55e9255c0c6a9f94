package dev.picturelock.provenance.ledger.guard;

import dev.picturelock.provenance.ledger.log.Head;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// All logs that the database has, held against all that were ever released.
@ApplicationScoped
class AllLogs {
  private final HeadCheck check;
  private final LostLogs lost;
  private final Extension extension;
  private final AcceptedLosses losses;

  AllLogs(HeadCheck check, LostLogs lost, Extension extension, AcceptedLosses losses) {
    this.check = check;
    this.lost = lost;
    this.extension = extension;
    this.losses = losses;
  }

  /// - **Errors:** an alarm for a row that has not the form of a head
  List<Head> heads() {
    return check.all();
  }

  /// - **heads** all that the database has
  /// - **Errors:** an alarm for the first thing that is wrong, and one for all logs that are
  ///   missing or too short
  void require(List<Head> heads) {
    var kept = heads.stream().filter(head -> !losses.isLost(head)).toList();
    kept.forEach(check::requireAuthentic);
    lost.requireNone(heads);
    for (var head : kept) {
      extension.require(head);
      var _ = check.edge(head);
    }
  }
}
