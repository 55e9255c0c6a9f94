package dev.picturelock.provenance.ledger.anchoring;

import dev.picturelock.provenance.ledger.log.Head;
import dev.picturelock.provenance.ledger.log.LogId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where it is kept what is anchored.
public interface Anchors {
  /// Logs of titles, frozen ones too, that have a checkpoint later than their last anchor.
  ///
  /// - **except** the origins of logs that are left out
  List<Head> changed(int limit, Set<String> except);

  void add(List<Anchored> anchored);

  Optional<Anchored> newest(LogId log);

  /// The first anchor of the log at or after this size.
  Optional<Anchored> firstFrom(LogId log, long size);
}
