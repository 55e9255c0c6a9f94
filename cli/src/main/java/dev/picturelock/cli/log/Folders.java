package dev.picturelock.cli.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// How logs lie in a folder: each in one of its own, named by its number.
final class Folders {

  static final String LOG_OF_LOGS = "log-of-logs";
  static final String INDEX = "logs.json";

  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

  private Folders() {}

  /// Numbers of the logs that were copied here, oldest first.
  static List<Integer> numbers(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var inside = Files.list(folder)) {
      return inside
          .filter(Folders::holdsLog)
          .map(path -> path.getFileName().toString())
          .filter(name -> NUMBER.matcher(name).matches())
          .map(Integer::valueOf)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder, e);
    }
  }

  /// The keys of the logs that were copied here, as the list beside them says, oldest first; none
  /// where there is no list.
  ///
  /// - **Errors:** [dev.picturelock.tlog.MalformedException]
  static List<String> listed(Path folder) {
    var index = folder.resolve(INDEX);
    try {
      return Files.exists(index)
          ? Listing.read(Files.readAllBytes(index)).items().stream()
              .map(item -> item.key().format())
              .toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + index, e);
    }
  }

  /// Whether nothing says that logs were copied here.
  static boolean isEmpty(Path folder) {
    return numbers(folder).isEmpty() && !Files.exists(folder.resolve(INDEX));
  }

  static boolean holdsLog(Path folder) {
    return Files.exists(folder.resolve("checkpoint"));
  }
}
