package dev.picturelock.endtoend;

import static org.awaitility.Awaitility.await;

import dev.picturelock.localstack.process.Command;
import dev.picturelock.localstack.process.Http;
import dev.picturelock.localstack.process.PidFile;
import dev.picturelock.localstack.process.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/// The embedded default as `./start` runs it, on ports and a data folder of its own.
///
/// - **Data:** `target/stack`, emptied before each run; the logs stay there afterwards
/// - **Ends** with this JVM, however that ends: the launcher hangs on our end of its standard input
final class RunningStack {

  static final Path ROOT =
      Path.of(System.getProperty("picturelock.root", "..")).toAbsolutePath().normalize();
  static final Path TARGET = ROOT.resolve("end-to-end-tests/target");

  private static final Path DATA = TARGET.resolve("stack");
  private static final Duration START_PATIENCE = Duration.ofMinutes(5);
  private static final Duration RESTART_PATIENCE = Duration.ofMinutes(2);
  private static final int STOP_PATIENCE_SECONDS = 90;

  private final FreePorts ports = FreePorts.pick();
  private @Nullable Process launcher;

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
  void start(String... options) {
    try {
      // left by a run that was killed, it would tell us that this one is ready
      Files.deleteIfExists(ready());
      var started = command("start", options).tethered(Signal.TERM).start();
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
      var diagnosis = Diagnosis.of(DATA.resolve("logs"));
      stop();
      throw new IllegalStateException("the stack did not start\n" + diagnosis);
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

  /// Ends the service as a power cut would, and returns once it is gone.
  Killed kill(Service service) {
    var process =
        process(service).orElseThrow(() -> new IllegalStateException(service + " is not running"));
    process.destroyForcibly();
    process.onExit().join();
    return new Killed(service, process.pid());
  }

  /// Returns once the launcher has started the service again and it is ready.
  void awaitRestart(Killed killed) {
    await(killed.service() + " is ready again")
        .atMost(RESTART_PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(() ->
            process(killed.service()).filter(now -> now.pid() != killed.pid()).isPresent()
                && Http.answersOk(url(killed.service()) + "/q/health/ready"));
  }

  String url(Service service) {
    return "http://127.0.0.1:" + ports.of(service.name());
  }

  /// By the name that stands in the tokens as their issuer.
  String keycloakUrl() {
    return "http://localhost:" + ports.of("KEYCLOAK");
  }

  /// The password of Keycloak's own administrator.
  String keycloakPassword() {
    try {
      return Files.readString(DATA.resolve("secrets/keycloak-admin")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A service process that is no more.
  record Killed(Service service, long pid) {}

  private Optional<ProcessHandle> process(Service service) {
    try {
      return new PidFile(DATA.resolve("run").resolve(service.part() + ".pid")).running();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path ready() {
    return DATA.resolve("run/ready");
  }

  private static Path launcherLog() {
    return DATA.resolve("logs/launcher.log");
  }

  private Command command(String verb, String... options) {
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
                DATA.toString()));
    if (verb.equals("start")) {
      line.add("--no-demo");
    }
    line.addAll(List.of(options));
    return new Command(Command.java(line), ports.environment(), launcherLog());
  }
}
