package dev.picturelock.kit.json;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.picturelock.kit.problem.ProblemException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTextTest {
  @Test
  void takesEveryTextThatIsUtf8() {
    var json = "{\"a\": \"schön \\uD83C\\uDFAC \\\\u0000 🎬\"}".getBytes(StandardCharsets.UTF_8);

    assertThatCode(() -> JsonText.check(json)).doesNotThrowAnyException();
  }

  @Test
  void refusesNulAndSurrogatesInEverySpelling() {
    var overlongNul = new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'};
    var codedSurrogate = new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'};
    var rawNul = new byte[] {'"', 0, '"'};
    var escapedNul = "\"\\u0000\"".getBytes(StandardCharsets.UTF_8);
    var escapedSurrogate = "\"\\uD800\"".getBytes(StandardCharsets.UTF_8);
    var utf16 = "\"a\"".getBytes(Charset.forName("UTF-16LE"));

    for (var json :
        List.of(overlongNul, codedSurrogate, rawNul, escapedNul, escapedSurrogate, utf16)) {
      assertThatThrownBy(() -> JsonText.check(json)).isInstanceOf(ProblemException.class);
    }
  }

  @Test
  void saysWhereItIsNoText() {
    var json = new byte[] {'{', '\n', '"', 'a', (byte) 0xFF, '"', '}'};

    assertThatThrownBy(() -> JsonText.check(json))
        .hasMessageContaining("line 2, column 3: not UTF-8");
  }
}
