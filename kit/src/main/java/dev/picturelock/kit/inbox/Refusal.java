package dev.picturelock.kit.inbox;

import java.sql.SQLException;
import java.util.Optional;

/// Tells what the database can never hold from what it cannot do just now.
final class Refusal {
  private static final int DEEP_ENOUGH = 20;

  private Refusal() {}

  /// The SQLSTATE when a data exception (class 22) or a program limit (class 54) is behind a
  /// failure: the same event fails in the same way for ever.
  static Optional<String> behind(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEP_ENOUGH; depth++) {
      if (cause instanceof SQLException sql) {
        var state = String.valueOf(sql.getSQLState());
        if (state.startsWith("22") || state.startsWith("54")) {
          return Optional.of(state);
        }
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }
}
