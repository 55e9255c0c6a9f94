package dev.picturelock.testkit;

import dev.picturelock.localstack.postgres.Layout;
import dev.picturelock.localstack.postgres.PostgresServer;
import dev.picturelock.localstack.process.Ports;
import dev.picturelock.localstack.process.Readiness;
import dev.picturelock.localstack.process.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/// One real PostgreSQL server per test JVM; every caller gets an empty database of its own.
///
/// - **Speed over safety:** writes are not flushed to disk, the data is thrown away anyway
public final class TestPostgres {

  private static final String PASSWORD = "test";

  /// What does not start at all is told by its end.
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private TestPostgres() {}

  /// An empty database, laid out as in production: a login role with a schema of the same name,
  /// which is the role's search path.
  public static Database fresh(String role) {
    try (var server = connect(serverUrl() + "postgres", "postgres")) {
      var name = "test_" + OncePerJvm.next("database");
      Layout.role(server, role, PASSWORD);
      Layout.database(server, name, "postgres");
      try (var database = connect(serverUrl() + name, "postgres")) {
        Layout.schema(database, name, role);
      }
      return new Database(serverUrl() + name, role, PASSWORD);
    } catch (SQLException e) {
      throw new IllegalStateException("could not make a database for the test", e);
    }
  }

  private static String serverUrl() {
    return OncePerJvm.get("postgres", TestPostgres::startServer);
  }

  private static String startServer() {
    var folder = Tethered.folder("postgres");
    var settings = Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off");
    var port = Ports.free();
    var server =
        new PostgresServer(
            TestParts.parts(),
            folder.resolve("data"),
            port,
            PASSWORD,
            folder.resolve("log"),
            settings);
    try {
      server.initialise();
      var command = server.command();
      var process = Tethered.start(command, Signal.INT, folder);
      Readiness.await("PostgreSQL", process, command, PATIENCE, server::ready);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return server.url("");
  }

  private static Connection connect(String url, String user) throws SQLException {
    return DriverManager.getConnection(url, user, PASSWORD);
  }

  /// Where an empty database is and who may use it.
  public record Database(String url, String user, String password) {

    public Connection connect() throws SQLException {
      return DriverManager.getConnection(url, user, password);
    }
  }
}
