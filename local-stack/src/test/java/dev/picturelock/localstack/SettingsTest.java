package dev.picturelock.localstack;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The table "All settings" of the operator's guide, held against what the programs read.
class SettingsTest {
  private static final Path ROOT = Path.of(System.getProperty("picturelock.root"));
  private static final List<String> PROGRAMS =
      List.of(
          "kit",
          "intake-service",
          "classifier-service",
          "approval-service",
          "provenance-service",
          "cli",
          "local-stack");
  private static final Pattern IN_PROPERTIES = Pattern.compile("\\$\\{(PICTURELOCK_[A-Z0-9_]+)");
  private static final Pattern IN_CODE = Pattern.compile("\"(PICTURELOCK_[A-Z0-9_]*[A-Z0-9])\"");
  private static final Pattern IN_TABLE = Pattern.compile("`(PICTURELOCK_[A-Z0-9_]+)`");

  @Test
  void theGuideHasEverySettingOnceAndNoOther() throws IOException {
    var listed = listed();

    assertThat(listed).doesNotHaveDuplicates();
    assertThat(new TreeSet<>(listed)).isEqualTo(read());
  }

  private static SortedSet<String> read() {
    return Stream.of(
            PROGRAMS.stream().flatMap(SettingsTest::ofProgram),
            Arrays.stream(Port.values()).map(Port::variable),
            // put together by the loader of the demo
            Arrays.stream(Service.values())
                .map(service -> "PICTURELOCK_" + service.role().toUpperCase(Locale.ROOT) + "_URL"),
            found(IN_PROPERTIES, ROOT.resolve("local-stack/bin/env.sh")))
        .flatMap(names -> names)
        .collect(toCollection(TreeSet::new));
  }

  private static Stream<String> ofProgram(String module) {
    try (var files = Files.walk(ROOT.resolve(module).resolve("src/main"))) {
      var all = files.filter(Files::isRegularFile).toList();
      return Stream.concat(
          all.stream()
              .filter(file -> file.toString().endsWith(".properties"))
              .flatMap(file -> found(IN_PROPERTIES, file)),
          all.stream()
              .filter(file -> file.toString().endsWith(".java"))
              .flatMap(file -> found(IN_CODE, file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> listed() throws IOException {
    return Files.readAllLines(ROOT.resolve("docs/operations.md")).stream()
        .dropWhile(line -> !line.equals("## All settings"))
        .filter(line -> line.startsWith("| `PICTURELOCK_"))
        .map(line -> line.split("\\|", 3)[1])
        .flatMap(cell -> IN_TABLE.matcher(cell).results().map(name -> name.group(1)))
        .toList();
  }

  private static Stream<String> found(Pattern pattern, Path file) {
    try {
      return pattern
          .matcher(Files.readString(file))
          .results()
          .map((MatchResult hit) -> hit.group(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
