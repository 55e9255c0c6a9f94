package dev.picturelock.kit.problem;

import java.sql.SQLException;
import java.util.Set;

/// Tells a database that is away from everything else that can go wrong.
final class DatabaseOutage {
  /// SQLSTATE classes: connection exception, insufficient resources, operator intervention.
  private static final Set<String> CLASSES = Set.of("08", "53", "57");

  private DatabaseOutage() {}

  static boolean isBehind(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && isOutage(sql)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOutage(SQLException sql) {
    var state = sql.getSQLState();
    // a pool that cannot give a connection in time has no state
    return state == null
        ? String.valueOf(sql.getMessage()).contains("Acquisition timeout")
        : state.length() == 5 && CLASSES.contains(state.substring(0, 2));
  }
}
