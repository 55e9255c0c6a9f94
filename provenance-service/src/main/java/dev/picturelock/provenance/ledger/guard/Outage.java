package dev.picturelock.provenance.ledger.guard;

import dev.picturelock.kit.sql.SqlFailedException;
import java.util.Set;

/// Tells a database that does not answer, which is no finding, from one that answers what no ledger
/// has.
final class Outage {
  private static final int STATE_LENGTH = 5;

  /// Classes of SQLSTATE: connection, transaction, login, no such database, conflict between
  /// transactions, resources, lock, shutdown and cancel. A damaged page or a missing column is none
  /// of them.
  private static final Set<String> CLASSES = Set.of("08", "25", "28", "3D", "40", "53", "55", "57");

  /// The server could not do something of its own: where a disk is full, a mere read can fail with
  /// it, because it needs the room of a page that cannot be written. Should it stay, the scrubber
  /// gets nowhere and says so.
  private static final String INTERNAL_ERROR = "XX000";

  private Outage() {}

  static boolean is(RuntimeException failure) {
    return failure instanceof SqlFailedException sql && isState(sql.state());
  }

  /// - **state** five letters, or anything else where the driver or the pool failed by itself
  static boolean isState(String state) {
    return state.length() != STATE_LENGTH
        || state.equals(INTERNAL_ERROR)
        || CLASSES.contains(state.substring(0, 2));
  }
}
