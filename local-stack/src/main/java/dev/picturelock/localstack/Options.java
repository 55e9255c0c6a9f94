package dev.picturelock.localstack;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the person asked for on the command line.
///
/// - **Command:** `start`, `stop` or `set-back`
/// - **Data:** where everything is kept; relative to the caller's folder
/// - **Stores only:** PostgreSQL and Kafka without those who use them
/// - **Groups** of consumers that are set back
record Options(
    Command command,
    Path data,
    boolean demo,
    boolean fresh,
    boolean storesOnly,
    List<String> groups) {

  enum Command {
    START,
    STOP,
    SET_BACK
  }

  Options {
    groups = List.copyOf(groups);
  }

  /// Understands each command with its options.
  ///
  /// - **Errors:** [IllegalArgumentException] with a sentence for the person
  static Options parse(List<String> arguments, Path defaultData) {
    var rest = new ArrayDeque<>(arguments);
    var options = new Options(command(rest.poll()), defaultData, true, false, false, List.of());
    while (!rest.isEmpty()) {
      options = options.with(rest.remove(), rest);
    }
    if (options.command == Command.SET_BACK && options.groups.isEmpty()) {
      throw new IllegalArgumentException("say which group of consumers is to be set back");
    }
    return options;
  }

  private static Command command(@Nullable String word) {
    return switch (word) {
      case "start" -> Command.START;
      case "stop" -> Command.STOP;
      case "set-back" -> Command.SET_BACK;
      case null, default ->
          throw new IllegalArgumentException("want start, stop or set-back, got " + word);
    };
  }

  private Options with(String option, ArrayDeque<String> rest) {
    if (option.equals("--data")) {
      return new Options(command, folder(rest), demo, fresh, storesOnly, groups);
    }
    if (command == Command.SET_BACK && !option.startsWith("-")) {
      var more = new ArrayList<>(groups);
      more.add(option);
      return new Options(command, data, demo, fresh, storesOnly, more);
    }
    if (command == Command.START) {
      switch (option) {
        // the script has put us into the background already
        case "--detach" -> {
          return this;
        }
        case "--no-demo" -> {
          return new Options(command, data, false, fresh, storesOnly, groups);
        }
        case "--fresh" -> {
          return new Options(command, data, demo, true, storesOnly, groups);
        }
        case "--stores-only" -> {
          return new Options(command, data, false, fresh, true, groups);
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
