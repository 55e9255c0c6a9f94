package dev.picturelock.provenance.conflict;

import java.util.List;

/// The conflicts that ledgers state, in the transaction of their entries.
public interface Conflicts {
  void add(String titleId, List<Conflict> stated);

  /// Conflicts of a title behind a position, in the order in which they were stated.
  List<Conflict> list(String titleId, long behind, int atMost);
}
