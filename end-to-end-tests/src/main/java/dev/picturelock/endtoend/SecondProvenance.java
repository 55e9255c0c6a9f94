package dev.picturelock.endtoend;

import dev.picturelock.localstack.process.Command;
import dev.picturelock.localstack.process.Http;
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
import org.awaitility.Awaitility;

/// Another instance of provenance on the same database and broker, started exactly as the running
/// one was, with another port.
///
/// - **Needs** a system that shows processes below `/proc`, see [#isPossible]
final class SecondProvenance implements AutoCloseable {

  private static final Path PROCESSES = Path.of("/proc");
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Process process;
  private final String url;

  private SecondProvenance(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  static boolean isPossible() {
    return Files.isReadable(PROCESSES.resolve("self/environ"));
  }

  /// - **settings** of its own, as `name=value`
  static SecondProvenance start(RunningStack stack, List<String> settings) {
    var first =
        stack
            .process(Service.PROVENANCE.part())
            .orElseThrow(() -> new IllegalStateException("there is no first instance"));
    var port = stack.spareProvenancePort();
    var line = new ArrayList<>(strings(first, "cmdline"));
    int jar = line.indexOf("-jar");
    line.add(jar, "-Dquarkus.http.port=" + port);
    settings.forEach(setting -> line.add(jar, "-D" + setting));
    var log = stack.data().resolve("logs/provenance-second.log");
    var command = new Command(line, environment(first), log).tethered(Signal.TERM);
    return new SecondProvenance(command.start(), "http://127.0.0.1:" + port);
  }

  void awaitReady() {
    Awaitility.await("the second instance is ready")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> Http.answersOk(url + "/q/health/ready"));
  }

  /// Ends it as a power cut would.
  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.onExit().join();
  }

  private static Map<String, String> environment(ProcessHandle first) {
    var environment = new HashMap<String, String>();
    for (var variable : strings(first, "environ")) {
      int sign = variable.indexOf('=');
      environment.put(variable.substring(0, sign), variable.substring(sign + 1));
    }
    return environment;
  }

  private static List<String> strings(ProcessHandle process, String file) {
    try {
      var path = PROCESSES.resolve(Long.toString(process.pid())).resolve(file);
      return List.of(Files.readString(path).split("\0"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
