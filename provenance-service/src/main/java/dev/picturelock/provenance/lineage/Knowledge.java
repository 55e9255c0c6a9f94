package dev.picturelock.provenance.lineage;

import java.util.List;

/// Keeps what events said, in the transaction of their ledger entries.
public interface Knowledge {
  void add(String titleId, List<Changes> changes);
}
