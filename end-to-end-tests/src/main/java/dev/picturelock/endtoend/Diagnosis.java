package dev.picturelock.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a person would look up first after a failed start.
final class Diagnosis {

  private static final Pattern NAMED_LOG = Pattern.compile("see (\\S+\\.log)");
  private static final int LINES = 40;

  private Diagnosis() {}

  /// The end of the launcher's log and of every log that it points to.
  static String of(Path logs) {
    var launcher = logs.resolve("launcher.log");
    var named =
        NAMED_LOG
            .matcher(tail(launcher))
            .results()
            .map((MatchResult found) -> Path.of(found.group(1)))
            .distinct()
            .map(Diagnosis::tail)
            .collect(Collectors.joining());
    return tail(launcher) + named;
  }

  private static String tail(Path log) {
    try {
      var lines = Files.exists(log) ? Files.readAllLines(log) : List.of("(there is none)");
      var last = lines.subList(Math.max(0, lines.size() - LINES), lines.size());
      return "--- " + log + "\n" + String.join("\n", last) + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
