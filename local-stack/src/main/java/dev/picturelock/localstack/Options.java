package dev.picturelock.localstack;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the person asked for on the command line.
///
/// - **Command:** `start` or `stop`
/// - **Data:** where everything is kept; relative to the caller's folder
record Options(Command command, Path data, boolean demo, boolean fresh) {

  enum Command {
    START,
    STOP
  }

  /// Understands `start` and `stop` with their options.
  ///
  /// - **Errors:** [IllegalArgumentException] with a sentence for the person
  static Options parse(List<String> arguments, Path defaultData) {
    var rest = new ArrayDeque<>(arguments);
    var options = new Options(command(rest.poll()), defaultData, true, false);
    while (!rest.isEmpty()) {
      options = options.with(rest.remove(), rest);
    }
    return options;
  }

  private static Command command(@Nullable String word) {
    return switch (word) {
      case "start" -> Command.START;
      case "stop" -> Command.STOP;
      case null, default -> throw new IllegalArgumentException("want start or stop, got " + word);
    };
  }

  private Options with(String option, ArrayDeque<String> rest) {
    if (option.equals("--data")) {
      return new Options(command, folder(rest), demo, fresh);
    }
    if (command == Command.START) {
      switch (option) {
        // the script has put us into the background already
        case "--detach" -> {
          return this;
        }
        case "--no-demo" -> {
          return new Options(command, data, false, fresh);
        }
        case "--fresh" -> {
          return new Options(command, data, demo, true);
        }
        default -> {}
      }
    }
    throw new IllegalArgumentException("unknown option '" + option + "', see --help");
  }

  private static Path folder(ArrayDeque<String> rest) {
    if (rest.isEmpty() || rest.peek().isBlank()) {
      throw new IllegalArgumentException("--data needs a folder");
    }
    return Path.of(rest.remove()).toAbsolutePath().normalize();
  }
}
