package dev.picturelock.localstack.postgres;

import dev.picturelock.localstack.Parts;
import dev.picturelock.localstack.process.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A PostgreSQL server on the loopback address with its data in one folder.
///
/// - **User:** ours, but never root; see [RunAs]
/// - **Super user:** `postgres` with the given password
public final class PostgresServer {

  private final Path binaries;
  private final Path data;
  private final int port;
  private final String password;
  private final Path log;
  private final List<String> settings;

  public PostgresServer(
      Parts parts, Path data, int port, String password, Path log, Map<String, String> settings) {
    this.binaries = PostgresBinaries.of(parts);
    this.data = data.toAbsolutePath();
    this.port = port;
    this.password = password;
    this.log = log;
    this.settings = settings.entrySet().stream().map(Object::toString).sorted().toList();
  }

  /// Makes the data folder if there is none.
  public void initialise() throws IOException, InterruptedException {
    Files.createDirectories(data);
    var runAs = runAs();
    runAs.own(data);
    if (Files.exists(data.resolve("PG_VERSION"))) {
      return;
    }
    var passwordFile = Files.createTempFile(data.getParent(), "initdb", ".pw");
    try {
      Files.writeString(passwordFile, password);
      runAs.own(passwordFile);
      // the built-in locale sorts the same on every machine
      program(
              runAs,
              "initdb",
              List.of(
                  "--pgdata=" + data,
                  "--username=postgres",
                  "--pwfile=" + passwordFile,
                  "--auth=scram-sha-256",
                  "--encoding=UTF8",
                  // a page that the disk changed is an error, not an answer
                  "--data-checksums",
                  "--locale-provider=builtin",
                  "--builtin-locale=C.UTF-8",
                  "--locale=C",
                  "--no-instructions"))
          .run();
    } finally {
      Files.delete(passwordFile);
    }
  }

  /// Removes the lock of a server that was killed, unless a server of this folder still runs.
  ///
  /// PostgreSQL does this too, but gives up when another program has been given the same id since.
  public void clearStaleLock() throws IOException {
    var lock = data.resolve("postmaster.pid");
    if (Files.notExists(lock)) {
      return;
    }
    var pid = Long.parseLong(Files.readAllLines(lock).getFirst().strip());
    var holder = ProcessHandle.of(pid).flatMap(process -> process.info().command());
    if (holder.filter(command -> command.endsWith("postgres")).isEmpty()) {
      Files.delete(lock);
    }
  }

  /// The server itself, in the foreground of its own process.
  public Command command() {
    var arguments =
        new ArrayList<>(
            List.of("-D", data.toString(), "-p", Integer.toString(port), "-h", "127.0.0.1"));
    arguments.addAll(List.of("-c", "unix_socket_directories="));
    settings.forEach(setting -> arguments.addAll(List.of("-c", setting)));
    try {
      return program(runAs(), "postgres", arguments);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean ready() {
    try (var connection = connect("postgres")) {
      return connection.isValid(1);
    } catch (SQLException _) {
      return false;
    }
  }

  /// A connection of the super user.
  public Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(url(database), "postgres", password);
  }

  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  private RunAs runAs() throws IOException {
    var user = System.getProperty("user.name");
    var parent = Objects.requireNonNull(data.getParent());
    if (user.equals("root")) {
      RunAs.letThrough(binaries);
      RunAs.letThrough(parent);
    }
    var script = "cd \"$1\" && exec \"$0\" --version";
    var trial = List.of("sh", "-c", script, executable("postgres"), parent.toString());
    return RunAs.choose(user, trial, RunAs::succeeds);
  }

  private Command program(RunAs runAs, String name, List<String> arguments) {
    var line = new ArrayList<>(List.of(executable(name)));
    line.addAll(arguments);
    // LC_ALL: messages in the log do not depend on the person who started it
    return new Command(runAs.before(line), Map.of("LC_ALL", "C"), log);
  }

  private String executable(String name) {
    return binaries.resolve("bin").resolve(name).toString();
  }
}
