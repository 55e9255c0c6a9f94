package dev.picturelock.provenance;

import java.sql.DriverManager;
import java.sql.SQLException;

/// Whoever owns the database: past every trigger and every right.
public record Superuser(String database) {
  public void run(String statements) {
    try (var connection = DriverManager.getConnection(database, "postgres", "test");
        var statement = connection.createStatement()) {
      statement.execute("SET search_path TO provenance");
      statement.execute("SET session_replication_role TO replica");
      statement.execute(statements);
    } catch (SQLException e) {
      throw new IllegalStateException(statements, e);
    }
  }
}
