package dev.picturelock.benchmarks.ledger;

import dev.picturelock.localstack.Parts;
import dev.picturelock.localstack.postgres.Layout;
import dev.picturelock.localstack.postgres.PostgresServer;
import dev.picturelock.localstack.process.Ports;
import dev.picturelock.localstack.process.Readiness;
import dev.picturelock.localstack.process.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;

/// A PostgreSQL server for one measurement, with the settings of the embedded default: what it
/// commits is on the disk. Its folder is gone afterwards.
final class OwnPostgres implements AutoCloseable {
  private static final String ROLE = "provenance";
  private static final String PASSWORD = "bench";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path folder;
  private final PostgresServer server;
  private final Process process;

  private OwnPostgres(Path folder, PostgresServer server, Process process) {
    this.folder = folder;
    this.server = server;
    this.process = process;
  }

  /// - **root** of the repository; the data lies below its build folder, because a temporary folder
  ///   may be in memory
  static OwnPostgres start(Path root) throws InterruptedException {
    try {
      var parent = Files.createDirectories(root.resolve("benchmarks").resolve("target"));
      var folder = Files.createTempDirectory(parent, "postgres-");
      var server =
          new PostgresServer(
              Parts.in(root.resolve("local-stack").resolve("target").resolve("parts")),
              folder.resolve("data"),
              Ports.free(),
              PASSWORD,
              folder.resolve("log"),
              PostgresServer.EMBEDDED);
      server.initialise();
      var command = server.command();
      // it ends with us, however we end
      var process = command.tethered(Signal.INT).start();
      Readiness.await("PostgreSQL", process, command, PATIENCE, server::ready);
      return new OwnPostgres(folder, server, process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A new database with the tables of the service.
  Database database(String name) throws SQLException {
    try (var connection = server.connect("postgres")) {
      Layout.role(connection, ROLE, PASSWORD);
      Layout.database(connection, name, "postgres");
    }
    try (var connection = server.connect(name)) {
      Layout.schema(connection, name, ROLE);
    }
    var database = new Database(server.url(name));
    Flyway.configure()
        .dataSource(database.url(), ROLE, PASSWORD)
        .locations("classpath:db/kit", "classpath:db/migration")
        .load()
        .migrate();
    return database;
  }

  record Database(String url) {
    /// Batches of INSERT travel as one statement with many rows.
    Connection connect() throws SQLException {
      return DriverManager.getConnection(url + "?reWriteBatchedInserts=true", ROLE, PASSWORD);
    }
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
      }
      new Scratch(folder).close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  static List<String> settings() {
    return PostgresServer.EMBEDDED.entrySet().stream().map(Object::toString).sorted().toList();
  }
}
