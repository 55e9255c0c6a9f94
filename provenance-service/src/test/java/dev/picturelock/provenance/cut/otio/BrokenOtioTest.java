package dev.picturelock.provenance.cut.otio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.picturelock.provenance.cut.BrokenTimelineException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenOtioTest {

  private final OtioReader reader = new OtioReader(OtioLimits.DEFAULT);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "rate-zero|/tracks/children/0/children/3/source_range/duration/rate: want a positive number, got 0",
        "negative-duration|/tracks/children/0/children/1/source_range/duration/value: want no negative length, got -1",
        "value-as-text|/tracks/children/0/children/1/source_range/start_time/value: want a finite number, got '12'",
        "value-missing|/tracks/children/0/children/1/source_range/start_time/value: want a finite number, got nothing",
        "no-range-at-all|/tracks/children/0/children/0/source_range: want a range here or an available_range on the media, got neither",
        "unknown-item|/tracks/children/0/children/0/OTIO_SCHEMA: want one of Clip.1, Clip.2, Filler.1, Gap.1, Sequence.1, Stack.1, Track.1, Transition.1, got 'HyperClip.1'",
        "newer-clip|/tracks/children/0/children/0/OTIO_SCHEMA: want one of Clip.1, Clip.2, Filler.1, Gap.1, Sequence.1, Stack.1, Track.1, Transition.1, got 'Clip.3'",
        "no-schema|/tracks/children/0/children/0/OTIO_SCHEMA: want a schema like 'Clip.2', got nothing",
        "no-tracks|/tracks: want an object, got nothing",
        "children-not-an-array|/tracks/children: want an array, got an object",
        "active-reference-missing|/tracks/children/0/children/0/active_media_reference_key: want a key of media_references, got 'gone'",
        "enabled-as-text|/tracks/children/0/children/0/enabled: want true or false, got 'no'",
        "clip-as-root|/OTIO_SCHEMA: want one of SerializableCollection.1, SerializeableCollection.1, Timeline.1, got 'Clip.2'",
        "two-timelines|/children: want one Timeline, got 2",
        "gap-without-range|/tracks/children/0/children/2/source_range: want an object, got nothing"
      })
  void saysWhatIsWrongAndWhere(String sample, String message) {
    assertThat(broken(Samples.bytes("broken/" + sample))).hasMessage(message);
  }

  @Test
  void namesLineAndColumnOfMalformedJson() {
    var broken = broken("{\n  \"tracks\": {\"children\": [1, }\n}");

    assertThat(broken.pointer()).isEqualTo("/tracks/children/1");
    assertThat(broken.place().orElseThrow().line()).isEqualTo(2);
    assertThat(broken).hasMessageStartingWith("line 2, column ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "~~|empty file",
        "{} {}|nothing after the first",
        "{\"a\": 1, \"a\": 2}|each name once, got 'a' twice",
        "{\"a\": nul}|malformed JSON",
        "{\"a\": \"|malformed JSON",
        "{\"a\": Infinit}|malformed JSON",
        "]|malformed JSON",
        "[]|want an object, got an array",
        "NaN|want an object, got NaN",
        "null|want an object, got nothing"
      })
  void refusesTextThatIsNoTimeline(String text, String why) {
    assertThat(broken(text)).hasMessageContaining(why);
  }

  @Test
  void refusesAnythingNestedTooDeeply() {
    assertThat(broken("[".repeat(5_000_000))).hasMessageContaining("nesting depth");
    assertThat(broken("{\"a\":".repeat(1_000_000))).hasMessageContaining("nesting depth");
  }

  @Test
  void refusesStacksNestedTooDeeply() {
    var deep = "{\"OTIO_SCHEMA\":\"Stack.1\",\"children\":[".repeat(2_000);

    assertThat(broken("{\"OTIO_SCHEMA\":\"Timeline.1\",\"tracks\":" + deep))
        .hasMessageContaining("nesting depth");
  }

  @Test
  void refusesMoreThanItsLimits() {
    var small = new OtioReader(new OtioLimits(20_000, 64, 150, 3));

    assertThat(broken(small, "\"" + "x".repeat(20_000) + "\""))
        .hasMessage("want at most 20000 bytes, got 20002");
    assertThat(broken(small, "[" + "1,".repeat(200) + "1]"))
        .hasMessageContaining("at most 150 JSON values");
    assertThat(broken(small, timeline(gap("1", "24").repeat(4))))
        .hasMessageContaining("want at most 3 clips");
  }

  @ParameterizedTest
  @CsvSource({
    "1e999999999, at most 40 digits",
    "1e-999999999, at most 40 digits",
    "1e99999999999999999999, a finite number",
    "1e30, less than thirty years",
    "NaN, a finite number",
    "Infinity, a finite number",
    "-Infinity, a finite number",
    "Inf, a finite number",
    "-Inf, a finite number",
    "123456789012345678901234567890123456789012345, at most 40 digits"
  })
  void refusesLengthsThatAreNone(String value, String why) {
    assertThat(broken(timeline(gap(value, "24"))).getMessage())
        .startsWith("/tracks/children/0/children/0/source_range/duration/value: want ")
        .contains(why);
  }

  @ParameterizedTest
  @CsvSource({"-24", "0.0", "1e-30", "1e12", "NaN", "true"})
  void refusesRatesThatAreNone(String rate) {
    assertThat(broken(timeline(gap("1", rate))).pointer())
        .isEqualTo("/tracks/children/0/children/0/source_range/duration/rate");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\\u0000b", "\\ud800", "\\udc00\\ud800"})
  void refusesNamesThatCannotBeStored(String name) {
    var file =
        "{\"OTIO_SCHEMA\": \"Timeline.1\", \"name\": \"%s\", \"tracks\": %s}"
            .formatted(name, "{\"OTIO_SCHEMA\": \"Stack.1\"}");

    assertThat(broken(file).getMessage())
        .startsWith("/name: want at most 4096 Unicode characters other than U+0000");
  }

  @Test
  void readsTheLargestFileItTakesInTheMemoryOfATest() {
    var most = OtioLimits.DEFAULT.values() - 50;

    var file =
        timeline(gap("1", "24"))
            .replace(
                "\"OTIO_SCHEMA\": \"Gap.1\",",
                "\"OTIO_SCHEMA\": \"Gap.1\", \"metadata\": ["
                    + "{\"a\":0},".repeat(most / 2)
                    + "0],");

    assertThat(reader.read(file.getBytes(StandardCharsets.UTF_8)).gaps()).hasSize(1);
  }

  @Test
  void refusesRatesWithoutACommonBase() {
    var gaps = new StringBuilder();
    for (int i = 1; i < 200; i++) {
      gaps.append(gap("1", "24.0" + (100_003 + 2 * i)));
    }

    assertThat(broken(timeline(gaps.toString()))).hasMessageContaining("common base");
  }

  @Test
  void answersEveryTruncationOfAFile() {
    var whole = Samples.bytes("nested-and-trimmed");

    var lengths = IntStream.iterate(0, length -> length < whole.length - 2, length -> length + 37);

    assertThat(lengths)
        .allSatisfy(length -> {
          var cut = new byte[length];
          System.arraycopy(whole, 0, cut, 0, length);
          assertThat(broken(cut).getMessage()).isNotBlank();
        });
  }

  /// Any other exception than the one for broken files fails the test.
  @Test
  void readsOrRefusesAFileWithSomeBytesChanged() {
    var original = Samples.bytes("references");
    var random = new Random(20261122);
    int refused = 0;
    for (int round = 0; round < 3_000; round++) {
      var changed = original.clone();
      for (int i = 0; i <= random.nextInt(4); i++) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      try {
        reader.read(changed);
      } catch (BrokenTimelineException e) {
        refused++;
      }
    }
    assertThat(refused).isBetween(1, 2_999);
  }

  private BrokenTimelineException broken(byte[] file) {
    return catchThrowableOfType(BrokenTimelineException.class, () -> reader.read(file));
  }

  private BrokenTimelineException broken(String file) {
    return broken(reader, file);
  }

  private static BrokenTimelineException broken(OtioReader reader, String file) {
    return catchThrowableOfType(
        BrokenTimelineException.class, () -> reader.read(file.getBytes(StandardCharsets.UTF_8)));
  }

  private static String timeline(String children) {
    return """
    {"OTIO_SCHEMA": "Timeline.1", "tracks": {"OTIO_SCHEMA": "Stack.1", "children": [
      {"OTIO_SCHEMA": "Track.1", "kind": "Video", "children": [%s]}]}}
    """
        .formatted(children.strip().replaceAll(",$", ""));
  }

  private static String gap(String value, String rate) {
    return """
    {"OTIO_SCHEMA": "Gap.1", "source_range": {"OTIO_SCHEMA": "TimeRange.1",
      "start_time": {"OTIO_SCHEMA": "RationalTime.1", "rate": 24, "value": 0},
      "duration": {"OTIO_SCHEMA": "RationalTime.1", "rate": %s, "value": %s}}},
    """
        .formatted(rate, value);
  }
}
