package dev.picturelock.localstack.postgres;

import java.sql.Connection;
import java.sql.SQLException;

/// Roles, databases and schemas: every service has a login role and a schema of the same name.
///
/// - **Repeatable:** every call leaves things as they should be, whatever was there before
/// - **Names and passwords** are our own constants and generated base64; they need no quoting
public final class Layout {

  private Layout() {}

  public static void role(Connection server, String role, String password) throws SQLException {
    run(
        server,
        """
        do $$ begin
          if not exists (select from pg_roles where rolname = '%1$s') then
            create role %1$s login;
          end if;
          alter role %1$s password '%2$s';
        end $$
        """
            .formatted(role, password));
  }

  /// A database that only the roles let in by [#schema] or as its owner can enter.
  public static void database(Connection server, String name, String owner) throws SQLException {
    try (var statement = server.createStatement();
        var found =
            statement.executeQuery(
                "select from pg_database where datname = '%s'".formatted(name))) {
      if (!found.next()) {
        run(server, "create database %s owner %s".formatted(name, owner));
      }
    }
    run(server, "revoke all on database %s from public".formatted(name));
  }

  /// The role's own schema, which is also its search path.
  public static void schema(Connection database, String name, String role) throws SQLException {
    run(database, "grant connect, temporary on database %s to %s".formatted(name, role));
    run(database, "create schema if not exists %1$s authorization %1$s".formatted(role));
    run(database, "alter role %1$s in database %2$s set search_path = %1$s".formatted(role, name));
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
