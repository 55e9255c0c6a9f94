package dev.picturelock.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalTextTest {

  @Test
  void readsEveryDecimalUpToTheLargestLong() {
    assertThat(CanonicalText.decimal("n", "0")).isZero();
    assertThat(CanonicalText.decimal("n", "9223372036854775807")).isEqualTo(Long.MAX_VALUE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "00", "01", "+1", "-1", " 1", "1 ", "1_0", "0x1", "٣", "9223372036854775808"})
  void refusesEveryOtherSpellingOfADecimal(String text) {
    assertThatThrownBy(() -> CanonicalText.decimal("tree size", text))
        .isInstanceOf(MalformedException.class)
        .hasMessageStartingWith("tree size: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AA", "AB==", "AA=", "AA==\n", " AA==", "A-==", "AAB=", "AA==AA==", "="})
  void refusesBase64ThatTheEncoderWouldNotWrite(String text) {
    assertThatThrownBy(() -> CanonicalText.base64("hash", text))
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void refusesBytesThatAreNotUtf8() {
    assertThatThrownBy(() -> CanonicalText.utf8("note", new byte[] {(byte) 0xc0, (byte) 0x80}))
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void readsLinesOfAnythingButControlCharacters() {
    assertThat(CanonicalText.line("origin", "a b\u007f\u0085é🎬")).isEqualTo("a b\u007f\u0085é🎬");
    assertThatThrownBy(() -> CanonicalText.line("origin", "")).hasMessage("origin: empty");
    assertThatThrownBy(() -> CanonicalText.line("origin", "a\u001f"))
        .hasMessageStartingWith("origin: control character");
    assertThatThrownBy(() -> CanonicalText.line("origin", "a\udc00"))
        .hasMessageStartingWith("origin: not Unicode");
  }

  @Test
  void quotesNoMoreThanFortyCharacters() {
    assertThat(CanonicalText.quote("a".repeat(40))).isEqualTo("'" + "a".repeat(40) + "'");
    assertThat(CanonicalText.quote("a".repeat(41))).isEqualTo("'" + "a".repeat(40) + "…'");
  }

  @Test
  void namesThePartThatIsWrong() {
    var e = new MalformedException("part", "problem");

    assertThat(e.part()).isEqualTo("part");
    assertThat(e.reason()).isEqualTo("part: problem");
    assertThat(e).hasMessage("part: problem");
  }
}
