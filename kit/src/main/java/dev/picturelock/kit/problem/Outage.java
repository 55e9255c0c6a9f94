package dev.picturelock.kit.problem;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Tells a database that cannot do its work from a statement that is wrong.
final class Outage {
  private static final int DEEP_ENOUGH = 20;

  /// Classes of SQLSTATE that are no fault of the statement: the connection is lost or refused, the
  /// server stops or starts, it has no more memory, disk or connections, the system beneath it
  /// fails, or it says that something inside it does. The last is also what it says of a file that
  /// cannot grow.
  private static final List<String> CLASSES = List.of("08", "53", "57P", "58", "XX");

  private Outage() {}

  /// True when a database that cannot do its work, or a pool without a connection to give, is
  /// behind a failure. What happens at a commit is told only as a suppressed exception.
  static boolean isDatabaseOutage(Throwable failure) {
    return isBehind(failure, 0);
  }

  private static boolean isBehind(@Nullable Throwable failure, int depth) {
    if (failure == null || depth == DEEP_ENOUGH) {
      return false;
    }
    return (failure instanceof SQLException sql && isOutage(sql))
        || Stream.concat(Stream.ofNullable(failure.getCause()), Stream.of(failure.getSuppressed()))
            .anyMatch(behind -> isBehind(behind, depth + 1));
  }

  private static boolean isOutage(SQLException failure) {
    var state = failure.getSQLState();
    if (state != null) {
      return CLASSES.stream().anyMatch(state::startsWith);
    }
    // the pool gives no state
    return String.valueOf(failure.getMessage()).contains("cquisition timeout");
  }
}
