package dev.picturelock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PicturelockTest {

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "help"})
  void listsItsCommands(String argument) {
    var run = Run.of(argument);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("Usage: picturelock").contains("verify").contains("--help");
  }

  @Test
  void explainsVerifyAndItsExitStatus() {
    for (var run : new Run[] {Run.of("verify", "--help"), Run.of("help", "verify")}) {
      assertThat(run.exitCode()).isZero();
      assertThat(run.out())
          .contains("RECEIPT", "--event=FILE", "--key=VKEY|FILE", "--json", "Exit status:");
    }
  }

  @Test
  void saysItsVersion() {
    var run = Run.of("--version");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("picturelock ");
  }

  @Test
  void endsWithTwoForWrongUsage() {
    assertThat(Run.of().exitCode()).isEqualTo(2);
    assertThat(Run.of("verifi").exitCode()).isEqualTo(2);
    assertThat(Run.of("verifi").err()).contains("verifi");
    assertThat(Run.of("verify").err()).contains("RECEIPT");
    assertThat(Run.of("verify", "receipt").exitCode()).isEqualTo(2);
    assertThat(Run.of("verify", "receipt").err()).contains("--event").contains("--key");
  }
}
