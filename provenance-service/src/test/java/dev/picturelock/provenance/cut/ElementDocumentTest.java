package dev.picturelock.provenance.cut;

import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.kit.json.JsonPolicy;
import dev.picturelock.provenance.cut.Timeline.Element;
import dev.picturelock.provenance.cut.Timeline.Track;
import dev.picturelock.provenance.cut.otio.OtioLimits;
import dev.picturelock.provenance.cut.otio.OtioReader;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElementDocumentTest {

  @ParameterizedTest
  @ValueSource(strings = {"references", "odd-rates", "nested-and-trimmed", "disabled"})
  void losesNothingOnTheWayToTheTableAndBack(String sample) throws IOException {
    var timeline = read(sample);
    var tracks = tracks(timeline);

    for (var element : timeline.elements()) {
      var stored = JsonPolicy.canonical(ElementDocument.of(element));
      var back = JsonPolicy.strict().readValue(stored, ElementDocument.class);

      assertThat(back.element(tracks)).isEqualTo(element);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"references"})
  void theDigestIsThatOfTheListAndNothingElse(String sample) throws IOException {
    var elements = read(sample).elements();

    var digest = ElementDocument.sha256(elements);

    assertThat(ElementDocument.sha256(read(sample).elements())).isEqualTo(digest);
    assertThat(ElementDocument.sha256(elements.subList(1, elements.size()))).isNotEqualTo(digest);
    assertThat(ElementDocument.sha256(elements.stream().map(ElementDocumentTest::off).toList()))
        .isNotEqualTo(digest);
  }

  private static Element off(Element on) {
    return new Element(
        on.index(),
        on.track(),
        on.kind(),
        on.name(),
        on.recordIn(),
        on.recordOut(),
        on.sourceIn(),
        on.sourceOut(),
        on.media(),
        on.identifiers(),
        !on.enabled(),
        on.pointer());
  }

  private static Map<Integer, Track> tracks(Timeline timeline) {
    return timeline.tracks().stream().collect(Collectors.toMap(Track::number, Function.identity()));
  }

  private static Timeline read(String sample) throws IOException {
    try (var file = ElementDocumentTest.class.getResourceAsStream("otio/" + sample + ".otio")) {
      return new OtioReader(OtioLimits.DEFAULT)
          .read(Objects.requireNonNull(file, sample).readAllBytes());
    }
  }
}
