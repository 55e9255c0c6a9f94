package dev.picturelock.localstack.process;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTest {

  @TempDir Path temporary;

  @Test
  void endsATetheredChildWhenItsParentLetsGo() throws IOException, InterruptedException {
    var process = command("exec sleep 600").tethered(Signal.TERM).start();

    process.getOutputStream().close();

    assertThat(process.waitFor(60, SECONDS)).isTrue();
  }

  @Test
  void passesOnTheExitCodeOfATetheredChild() throws InterruptedException {
    var process = command("exit 7").tethered(Signal.TERM).start();

    assertThat(process.waitFor(60, SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(7);
  }

  @Test
  void keepsTheOutputAndSaysWhereWhenItFails() throws IOException {
    assertThatThrownBy(() -> command("echo broken; exit 3").run())
        .hasMessageContaining("ended with 3")
        .hasMessageContaining("log");
    assertThat(temporary.resolve("log")).hasContent("broken");
  }

  private Command command(String script) {
    return new Command(List.of("sh", "-c", script), Map.of(), temporary.resolve("log"));
  }
}
