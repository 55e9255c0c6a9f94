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

    assertThat(options).isEqualTo(options(Options.Command.START, USUAL, true, false));
  }

  @Test
  void understandsEveryOptionOfStartInAnyOrder() {
    var options = parse("start", "--fresh", "--data", "/other", "--detach", "--no-demo");

    assertThat(options).isEqualTo(options(Options.Command.START, Path.of("/other"), false, true));
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
  void startsTheStoresWithoutADemoThatNobodyCouldTake() {
    var options = parse("start", "--stores-only");

    assertThat(options.storesOnly()).isTrue();
    assertThat(options.demo()).isFalse();
  }

  @Test
  void setsBackEveryGroupThatIsNamed() {
    var options = parse("set-back", "one", "--data", "/other", "two");

    assertThat(options.command()).isEqualTo(Options.Command.SET_BACK);
    assertThat(options.data()).isEqualTo(Path.of("/other"));
    assertThat(options.groups()).containsExactly("one", "two");
  }

  @Test
  void refusesToSetBackNobody() {
    assertThatThrownBy(() -> parse("set-back")).hasMessageContaining("which group");
  }

  @Test
  void refusesAGroupWhereNoneIsWanted() {
    assertThatThrownBy(() -> parse("stop", "one")).hasMessageContaining("'one'");
  }

  @Test
  void refusesDataWithoutAFolder() {
    assertThatThrownBy(() -> parse("start", "--data")).hasMessageContaining("needs a folder");
  }

  private static Options options(Options.Command command, Path data, boolean demo, boolean fresh) {
    return new Options(command, data, demo, fresh, false, List.of());
  }

  private static Options parse(String... arguments) {
    return Options.parse(List.of(arguments), USUAL);
  }
}
