package dev.picturelock.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MarkerTest {

  private final Marker marker = new Marker();
  private final String value = marker.of("prompt");

  @Test
  void saysOfWhichKindAPlainFindIs() {
    var text = "{\"a\":\"%s\",\"b\":\"%s.mov\"}".formatted(value, marker.of("name"));

    assertThat(marker.in(bytes(text))).containsExactly("name", "prompt");
  }

  @Test
  void findsWhatIsEncodedWhateverStandsBeforeIt() {
    var encoded =
        List.of("", "x", "xy", "{\"v\":\"").stream()
            .map(before -> bytes(before + value + "\"}"))
            .flatMap(bytes ->
                List.of(
                    HexFormat.of().formatHex(bytes),
                    HexFormat.of().withUpperCase().formatHex(bytes),
                    Base64.getEncoder().encodeToString(bytes),
                    Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))
                    .stream())
            .toList();
    var twice =
        encoded.stream()
            .flatMap(once ->
                List.of(
                    "\\x" + HexFormat.of().formatHex(bytes(once)),
                    Base64.getEncoder().encodeToString(bytes("[\"" + once)))
                    .stream())
            .toList();

    assertThat(encoded).allSatisfy(text -> assertThat(marker.in(bytes(text))).isNotEmpty());
    assertThat(twice).allSatisfy(text -> assertThat(marker.in(bytes(text))).isNotEmpty());
  }

  @Test
  void findsWhatIsEscapedOrWrittenInAnotherWay() {
    var json = value.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining());
    var url = value.chars().mapToObj("%%%02X"::formatted).collect(Collectors.joining());
    var charsets = List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    assertThat(List.of(json, url, value.toUpperCase(Locale.ROOT)))
        .allSatisfy(text -> assertThat(marker.in(bytes(text))).isNotEmpty());
    assertThat(charsets)
        .allSatisfy(
            (Charset charset) -> assertThat(marker.in(value.getBytes(charset))).isNotEmpty());
  }

  @Test
  void findsNothingOfAnother() {
    var other = new Marker();

    assertThat(other.in(bytes(value))).isEmpty();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
