package dev.picturelock.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeTextTest {

  @Test
  void cannotSteerATerminalOrHideCharacters() {
    assertThat(SafeText.of("a\u001b[2Jb\u009bc\u202ed\r\n")).isEqualTo("a?[2Jb?c?d??");
    assertThat(SafeText.of("Größe 🎬")).isEqualTo("Größe 🎬");
  }
}
