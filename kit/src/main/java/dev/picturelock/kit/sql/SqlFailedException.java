package dev.picturelock.kit.sql;

import java.sql.SQLException;

/// The database could not do what it was asked.
public class SqlFailedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  SqlFailedException(String statement, SQLException cause) {
    super("SQL failed (%s): %s".formatted(cause.getSQLState(), statement), cause);
  }

  /// PostgreSQL's five-character error code.
  public String state() {
    return getCause() instanceof SQLException sql ? String.valueOf(sql.getSQLState()) : "";
  }
}
