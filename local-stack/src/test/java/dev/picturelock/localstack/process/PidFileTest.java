package dev.picturelock.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PidFileTest {

  @TempDir Path temporary;

  @Test
  void findsTheVeryProcessThatWasWrittenDown() throws IOException {
    var file = new PidFile(temporary.resolve("run/me.pid"));

    file.write(ProcessHandle.current());

    assertThat(file.running()).contains(ProcessHandle.current());
  }

  @Test
  void isNotFooledByAnotherProcessWithTheSameId() throws IOException {
    var path = temporary.resolve("me.pid");
    Files.writeString(path, ProcessHandle.current().pid() + " 2001-01-01T00:00:00Z");

    var running = new PidFile(path).running();

    assertThat(running).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "47", "x 2001-01-01T00:00:00Z", " "})
  void saysNothingRunsWhenTheFileWasCutShort(String content) throws IOException {
    var path = temporary.resolve("me.pid");
    Files.writeString(path, content);

    var running = new PidFile(path).running();

    assertThat(running).isEmpty();
  }
}
