package dev.picturelock.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

  private static final Path USUAL = Path.of("/usual");

  @Test
  void startsWithTheDemoInTheUsualFolderWhenNothingIsSaid() {
    var options = parse("start");

    assertThat(options).isEqualTo(new Options(Options.Command.START, USUAL, true, false));
  }

  @Test
  void understandsEveryOptionOfStartInAnyOrder() {
    var options = parse("start", "--fresh", "--data", "/other", "--detach", "--no-demo");

    assertThat(options)
        .isEqualTo(new Options(Options.Command.START, Path.of("/other"), false, true));
  }

  @Test
  void takesAFolderRelativeToTheCallersOwn() {
    var options = parse("stop", "--data", "here/../there");

    assertThat(options.data()).isEqualTo(Path.of("there").toAbsolutePath());
  }

  @Test
  void refusesAnUnknownOptionByName() {
    assertThatThrownBy(() -> parse("start", "--detached")).hasMessageContaining("'--detached'");
  }

  @Test
  void refusesToStopWithAnOptionOfStart() {
    assertThatThrownBy(() -> parse("stop", "--fresh")).hasMessageContaining("'--fresh'");
  }

  @Test
  void refusesDataWithoutAFolder() {
    assertThatThrownBy(() -> parse("start", "--data")).hasMessageContaining("needs a folder");
  }

  private static Options parse(String... arguments) {
    return Options.parse(List.of(arguments), USUAL);
  }
}
