package dev.picturelock.kit.problem;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Tells a database that cannot be reached from a statement that is wrong.
final class Outage {
  private static final int DEEP_ENOUGH = 20;

  private Outage() {}

  /// True when the cause of a failure is a lost, refused or not available connection (SQLSTATE 08,
  /// 57P, 53300) or a pool that had none to give.
  static boolean isDatabaseOutage(Throwable failure) {
    @Nullable Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEP_ENOUGH; depth++) {
      if (cause instanceof SQLException sql && isConnection(sql)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  private static boolean isConnection(SQLException failure) {
    var state = failure.getSQLState();
    if (state != null) {
      return state.startsWith("08") || state.startsWith("57P") || state.equals("53300");
    }
    // the pool gives no state
    return String.valueOf(failure.getMessage()).contains("cquisition timeout");
  }
}
