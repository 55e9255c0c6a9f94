package dev.picturelock.endtoend;

import static org.awaitility.Awaitility.await;

import dev.picturelock.localstack.process.Command;
import dev.picturelock.localstack.process.Http;
import dev.picturelock.localstack.process.PidFile;
import dev.picturelock.localstack.process.PortOwner;
import dev.picturelock.localstack.process.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/// The embedded default as `./start` runs it, on ports and a data folder of its own.
///
/// - **Data:** a folder below `target`, emptied before each run; the logs stay there afterwards
/// - **Options** that every start has
/// - **Ends** with this JVM, however that ends: the launcher hangs on our end of its standard input
final class RunningStack {

  static final Path ROOT =
      Path.of(System.getProperty("picturelock.root", "..")).toAbsolutePath().normalize();
  static final Path TARGET = ROOT.resolve("end-to-end-tests/target");

  /// What takes minutes elsewhere.
  private static final Map<String, String> IN_SECONDS =
      Map.of(
          "PICTURELOCK_ERASE_AGAIN_AFTER",
          "4s",
          "PICTURELOCK_ERASURE_SWEEP_PERIOD",
          "1s",
          "PICTURELOCK_SCRUB_PERIOD",
          "15s");

  private static final Duration START_PATIENCE = Duration.ofMinutes(15);
  private static final int STOP_PATIENCE_SECONDS = 90;

  private final FreePorts ports = FreePorts.pick();
  private final Path data;
  private final List<String> options;
  private @Nullable Process launcher;

  private RunningStack(Path data, List<String> options) {
    this.data = data;
    this.options = options;
  }

  /// The title `demo` is there with its people and without a story.
  static RunningStack withoutDemo() {
    return withoutDemo(TARGET.resolve("stack"));
  }

  static RunningStack withoutDemo(Path data) {
    return new RunningStack(data.toAbsolutePath(), List.of("--no-demo"));
  }

  /// As `./start` makes it for somebody who has a first look.
  static RunningStack withDemo() {
    return new RunningStack(TARGET.resolve("demo-stack"), List.of());
  }

  /// Starts with an empty data folder.
  void startAfresh() {
    try {
      Files.deleteIfExists(launcherLog());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start("--fresh");
  }

  /// Returns when every part is ready.
  ///
  /// - **Errors:** [IllegalStateException] with the end of the log of the part that failed
  void start(String... more) {
    try {
      // left by a run that was killed, it would tell us that this one is ready
      Files.deleteIfExists(ready());
      var started = command("start", more).tethered(Signal.TERM).start();
      launcher = started;
      await()
          .atMost(START_PATIENCE)
          .pollInterval(Duration.ofMillis(200))
          .until(() -> Files.exists(ready()) || !started.isAlive());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ConditionTimeoutException _) {
      // told below, with the logs
    }
    if (Files.notExists(ready())) {
      var diagnosis = Diagnosis.of(data.resolve("logs"));
      if (launcher != null && launcher.isAlive()) {
        // A launcher that ended has stopped its parts; what runs here then is somebody else's.
        stop();
      }
      throw new IllegalStateException("the stack did not start\n" + diagnosis);
    }
  }

  /// What another start on the same data folder says while this one runs.
  Ended startAgain(String... more) {
    var log = data.resolve("logs/second-start.log");
    try {
      Files.deleteIfExists(log);
      var second = command("start", more);
      var process = new Command(second.line(), second.environment(), log).start();
      if (!process.waitFor(START_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("the second start does not end");
      }
      return new Ended(process.exitValue(), Files.readString(log));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// Stops cleanly as `./stop` does; harmless when nothing runs.
  void stop() {
    try {
      command("stop").run();
      var stopped = launcher;
      if (stopped != null && !stopped.waitFor(STOP_PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        stopped.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    launcher = null;
  }

  /// Whether nothing listens on any of its ports.
  boolean isGone() {
    return ports.byPart().values().stream().allMatch(PortOwner::isFree);
  }

  /// The running process of a part, by the launcher's name for it.
  Optional<ProcessHandle> process(String part) {
    try {
      return new PidFile(data.resolve("run").resolve(part + ".pid")).running();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether every part does its work.
  boolean isReady() {
    return Stream.of(Service.values())
            .allMatch(service -> Http.answersOk(url(service) + "/q/health/ready"))
        && Http.answersOk(keycloakUrl() + "/realms/picturelock");
  }

  String url(Service service) {
    return "http://127.0.0.1:" + ports.of(service.name());
  }

  /// By the name that stands in the tokens as their issuer.
  String keycloakUrl() {
    return "http://localhost:" + ports.of("KEYCLOAK");
  }

  /// Where a second instance of provenance may listen.
  int spareProvenancePort() {
    return ports.of("SECOND_PROVENANCE");
  }

  /// Where Kafka listens.
  String kafka() {
    return "127.0.0.1:" + ports.of("KAFKA");
  }

  /// What tells another command line where this stack is.
  Map<String, String> environment() {
    return ports.environment();
  }

  /// A database as its super user `postgres` reaches it.
  String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(ports.of("POSTGRES"), database);
  }

  /// Everything that it keeps.
  Path data() {
    return data;
  }

  /// The password of Keycloak's own administrator.
  String keycloakPassword() {
    return secret("keycloak-admin");
  }

  /// The master key of the installation, as base64.
  String masterKey() {
    return secret("master-key");
  }

  /// The password of the super user of PostgreSQL.
  String postgresPassword() {
    return secret("db-postgres");
  }

  private String secret(String name) {
    try {
      return Files.readString(data.resolve("secrets").resolve(name)).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What a command said and the exit code it ended with.
  record Ended(int code, String output) {}

  private Path ready() {
    return data.resolve("run/ready");
  }

  private Path launcherLog() {
    return data.resolve("logs/launcher.log");
  }

  private Command command(String verb, String... more) {
    var stack = ROOT.resolve("local-stack/target");
    var line =
        new ArrayList<>(
            List.of(
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dslf4j.internal.verbosity=ERROR",
                "-Dpicturelock.root=" + ROOT,
                "-cp",
                stack.resolve("classes") + ":" + stack.resolve("lib") + "/*",
                "dev.picturelock.localstack.LocalStack",
                verb,
                "--data",
                data.toString()));
    if (verb.equals("start")) {
      line.addAll(options);
    }
    line.addAll(List.of(more));
    var environment = new HashMap<>(ports.environment());
    environment.putAll(IN_SECONDS);
    return new Command(Command.java(line), environment, launcherLog());
  }
}
