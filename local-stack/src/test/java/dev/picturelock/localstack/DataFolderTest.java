package dev.picturelock.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  @TempDir Path temporary;

  @Test
  void neverTakesAFolderThatHoldsSomethingElse() throws IOException {
    Files.writeString(temporary.resolve("novel.txt"), "Chapter one");

    var folder = new DataFolder(temporary);

    assertThatThrownBy(folder::create).hasMessageContaining("has other files in it");
    assertThat(temporary.resolve("novel.txt")).exists();
  }

  @Test
  void emptiesEverythingButTheLogs() throws IOException {
    var folder = new DataFolder(temporary.resolve("data"));
    folder.create();
    Files.createDirectories(folder.folder("kafka/log"));
    Files.createFile(folder.demoLoaded());
    Files.createDirectories(folder.log("intake").getParent());
    Files.writeString(folder.log("intake"), "a line");

    folder.empty();

    assertThat(folder.folder("kafka")).doesNotExist();
    assertThat(folder.demoLoaded()).doesNotExist();
    assertThat(folder.log("intake")).exists();
    assertThat(folder.exists()).isTrue();
  }

  @Test
  void keepsThePreviousLog() throws IOException {
    var folder = new DataFolder(temporary);
    Files.createDirectories(folder.log("intake").getParent());
    Files.writeString(folder.log("intake"), "of the run before");

    folder.rotateLog("intake");

    assertThat(folder.log("intake")).doesNotExist();
    assertThat(temporary.resolve("logs/intake.log.1")).hasContent("of the run before");
  }
}
