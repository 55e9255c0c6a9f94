package dev.picturelock.kit.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  void onlyTheOwnerMayReadWhatIsMade() throws IOException {
    var made = folder.resolve("new-folder/deeper");
    OwnerOnly.makeFolder(made);
    var written = made.resolve("written");
    var replaced = Files.writeString(made.resolve("replaced"), "by hand");

    DurableFile.write(written, "secret".getBytes(UTF_8));
    DurableFile.replace(replaced, "secret".getBytes(UTF_8));

    for (var file : List.of(written, replaced)) {
      assertThat(rights(file)).isEqualTo("rw-------");
      assertThat(OwnerOnly.isOpenToStrangers(file)).isFalse();
    }
    assertThat(rights(made)).isEqualTo("rwx------");
    assertThat(rights(made.resolveSibling("."))).isEqualTo("rwx------");
  }

  @ParameterizedTest
  @CsvSource({
    "rw-------, false", "rw-r-----, false", "r--------, false",
    "rw-r--r--, true", "rw-rw----, true", "rw-----w-, true"
  })
  void aGroupMayReadAndStrangersMayNot(String rights, boolean open) throws IOException {
    var file = Files.writeString(folder.resolve("file"), "secret");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));

    assertThat(OwnerOnly.isOpenToStrangers(file)).isEqualTo(open);
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

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
