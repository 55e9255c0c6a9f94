package dev.picturelock.localstack.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The reason a program gave before it ended, out of the end of its log.
///
/// It is the innermost cause where the log ends in a stack trace, else the last line that is none
/// of a stack trace. A person who waits at a terminal should not have to open a file to learn it.
final class LastWords {

  private static final int TAIL_BYTES = 64 * 1024;
  private static final int LONGEST = 1200;
  private static final Pattern FRAME =
      Pattern.compile(
          "\\s+at .*|\\s*\\.\\.\\. \\d+ (more|common frames omitted)|\\s*Suppressed: .*");
  private static final Pattern CAUSE = Pattern.compile("\\s*Caused by: (?:\\w+[.$])*(.*)");

  private LastWords() {}

  /// Nothing if the log cannot be read or holds nothing.
  static Optional<String> of(Path log) {
    try {
      var lines = tail(log).lines().filter(line -> !line.isBlank()).toList();
      return reason(lines).map(LastWords::cut);
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static Optional<String> reason(List<String> lines) {
    for (var line : lines.reversed()) {
      var cause = CAUSE.matcher(line);
      if (cause.matches()) {
        return Optional.of(cause.group(1).strip());
      }
      if (!FRAME.matcher(line).matches()) {
        return Optional.of(line.strip());
      }
    }
    return Optional.empty();
  }

  private static String tail(Path log) throws IOException {
    if (!Files.isRegularFile(log)) {
      return "";
    }
    try (var file = new RandomAccessFile(log.toFile(), "r")) {
      long start = Math.max(0, file.length() - TAIL_BYTES);
      var bytes = new byte[(int) (file.length() - start)];
      file.seek(start);
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  // What a program writes about strangers' files must not steer the terminal.
  private static String cut(String line) {
    var safe = line.replaceAll("\\p{Cntrl}", "?");
    return safe.length() <= LONGEST ? safe : safe.substring(0, LONGEST) + "…";
  }
}
