package dev.picturelock.kit.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// That the bytes are on disk no test can see without taking the power away; what can be seen is
/// what else is promised.
class DurableFileTest {
  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // JUnit gives the folder
  DurableFileTest() {}

  @Test
  void aShorterContentLeavesNothingOfALongerOne() throws IOException {
    var file = folder.resolve("file");
    DurableFile.write(file, "a long content".getBytes(UTF_8));

    DurableFile.write(file, "short".getBytes(UTF_8));
    assertThat(file).hasContent("short");
    DurableFile.replace(file, "new".getBytes(UTF_8));

    assertThat(file).hasContent("new");
    assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:*.new");
  }

  @Test
  void aFileThatCannotBeReplacedStaysAsItWas() throws IOException {
    var file = folder.resolve("file");
    DurableFile.write(file, "before".getBytes(UTF_8));
    Files.createDirectory(folder.resolve("file.new"));

    assertThatThrownBy(() -> DurableFile.replace(file, "after".getBytes(UTF_8)))
        .isInstanceOf(IOException.class);

    assertThat(file).hasContent("before");
  }

  @Test
  void aNameWithoutAFolderIsOneInTheWorkingFolder() throws IOException {
    var file = Path.of("durable-file-test");
    try {
      DurableFile.write(file, "here".getBytes(UTF_8));

      assertThat(file).hasContent("here");
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void bytesAreWrittenFromThePositionOn() throws IOException {
    var file = folder.resolve("file");
    DurableFile.write(file, "0123".getBytes(UTF_8));

    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      DurableFile.write(channel.position(2), "XY".getBytes(UTF_8));
    }

    assertThat(file).hasContent("01XY");
  }
}
