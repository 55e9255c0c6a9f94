package dev.picturelock.localstack.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A program with everything it needs to be started: arguments, environment, log file.
///
/// - **Output:** appended to the log; nothing reaches the terminal
public record Command(List<String> line, Map<String, String> environment, Path log) {

  /// Ends the program as soon as nobody holds the other end of standard input any more, which the
  /// kernel arranges however the parent dies. `$0` is the signal.
  private static final String TETHER =
      """
      exec 3<&0
      "$@" <&- 3<&- & program=$!
      ( cat <&3 >/dev/null; kill -s "$0" "$program" ) 2>/dev/null & guard=$!
      wait "$program"; status=$?
      kill "$guard" 2>/dev/null
      exit "$status"
      """;

  public Command {
    line = List.copyOf(line);
    environment = Map.copyOf(environment);
  }

  /// The same JVM that runs us, with more arguments.
  public static List<String> java(List<String> arguments) {
    var line = new ArrayList<String>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(arguments);
    return line;
  }

  /// This command with a smaller share of the processor when others want it too.
  public Command behindOthers() {
    var nice = new ArrayList<>(List.of("nice", "-n", "10"));
    nice.addAll(line);
    return new Command(nice, environment, log);
  }

  /// This command as a child that cannot outlive its parent.
  public Command tethered(Signal signal) {
    var tethered = new ArrayList<>(List.of("sh", "-c", TETHER, signal.name()));
    tethered.addAll(line);
    return new Command(tethered, environment, log);
  }

  public Process start() {
    try {
      Files.createDirectories(log.toAbsolutePath().getParent());
      var builder = new ProcessBuilder(line).redirectErrorStream(true);
      builder.environment().putAll(environment);
      return builder.redirectOutput(Redirect.appendTo(log.toFile())).start();
    } catch (IOException e) {
      throw new UncheckedIOException("could not start " + line.getFirst(), e);
    }
  }

  /// Runs to the end and fails with the log's path unless the exit code is 0.
  public void run() throws InterruptedException {
    var process = start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(
          "%s ended with %d, see %s".formatted(name(), process.exitValue(), log));
    }
  }

  private String name() {
    return new File(line.getFirst()).getName();
  }
}
