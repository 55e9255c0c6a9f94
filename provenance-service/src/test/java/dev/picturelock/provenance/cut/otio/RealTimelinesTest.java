package dev.picturelock.provenance.cut.otio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.picturelock.provenance.cut.MediaReference;
import dev.picturelock.provenance.cut.Timeline;
import dev.picturelock.provenance.cut.Timeline.Element;
import dev.picturelock.provenance.cut.Timeline.Track;
import dev.picturelock.provenance.cut.Timeline.Warning;
import dev.picturelock.provenance.cut.TrackKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files of real editing systems, with what an independent reader found in them.
class RealTimelinesTest {

  private static final Path FOLDER =
      Path.of(System.getProperty("picturelock.root", ".."), "../shared/data/timelines");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "simple_cut",
        "multitrack",
        "nested_example",
        "transition",
        "screening_example",
        "premiere_example"
      })
  void findsWhatIsInAFile(String name) throws IOException {
    var timeline = read(name);
    var facts = facts(name);

    assertThat(timeline.name()).isEqualTo(facts.member("name").textOr(""));
    assertThat(inFileOrder(timeline)).isEqualTo(texts(facts.member("clip_names")));
    assertThat(timeline.inPicture()).hasSize(timeline.elements().size());
    assertThat(timeline.gaps()).hasSize(count(facts, "Gap"));
    assertThat(timeline.transitions()).hasSize(count(facts, "Transition"));
    assertThat(timeline.duration().seconds())
        .hasToString(facts.member("timeline_duration_seconds").textOr(""));
    assertThat(timeline.tracks())
        .extracting(RealTimelinesTest::shown)
        .isEqualTo(
            facts.member("top_level_tracks").items().stream()
                .map(RealTimelinesTest::shownFact)
                .toList());
    assertThat(mediaUrls(timeline)).isEqualTo(texts(facts.member("distinct_media_urls")));
    assertThat(timeline.transitions())
        .extracting(t -> "%s %d/%d".formatted(t.type(), t.in().frames(), t.out().frames()))
        .isEqualTo(transitions(facts));
  }

  @Test
  void ordersByRecordTimeAndLeavesNoHole() throws IOException {
    var elements = read("screening_example").elements();

    assertThat(elements).isSortedAccordingTo(Comparator.comparing(Element::recordIn));
    for (int i = 1; i < elements.size(); i++) {
      assertThat(elements.get(i).recordIn()).isEqualTo(elements.get(i - 1).recordOut());
    }
    assertThat(elements.getLast().recordOut().frames()).isEqualTo(1049);
  }

  @Test
  void keepsTheElementsOfATrackTrimmedByItsRecordTimecode() throws IOException {
    var timeline = read("screening_example");

    assertThat(timeline.inPicture()).hasSize(9);
    assertThat(timeline.warnings())
        .contains(
            new Warning(
                "/tracks/children/0/source_range/start_time",
                "frame -86243 is outside of what is trimmed; taken from its first frame"));
  }

  @Test
  void placesTracksOnTopOfOneAnother() throws IOException {
    var elements = read("multitrack").elements();

    assertThat(elements)
        .extracting(e -> e.recordIn().frames() + " " + e.track().name() + " " + e.name())
        .containsExactly(
            "0 Sequence tech.fux (loop)-HD.mp4",
            "482 Sequence 2 t-hawk (loop)-HD.mp4",
            "803 Sequence out-b (loop)-HD.mp4",
            "1198 Sequence 3 KOLL-HD.mp4",
            "1957 Sequence brokchrd (loop)-HD.mp4");
  }

  @Test
  void saysThatSpeedChangesAreNotApplied() throws IOException {
    var timeline = read("nested_example");

    assertThat(timeline.warnings())
        .extracting(Warning::detail)
        .anySatisfy(detail -> assertThat(detail).startsWith("LinearTimeWarp.1 is not applied"))
        .anySatisfy(detail -> assertThat(detail).startsWith("FreezeFrame.1 is not applied"));
  }

  @Test
  void takesFileNamesOutOfPercentEncodedWindowsPaths() throws IOException {
    var names =
        read("premiere_example").elements().stream()
            .flatMap(element -> element.media().fileNames().stream())
            .collect(Collectors.toSet());

    assertThat(names)
        .containsExactlyInAnyOrder(
            "sc01_sh010_anim.mov",
            "sc01_sh020_anim.mov",
            "sc01_sh030_anim.mov",
            "sc01_master_layerA_sh030_temp.mov",
            "sc01_placeholder.wav",
            "track_08.wav");
  }

  private static Timeline read(String name) throws IOException {
    var file = FOLDER.resolve("otio/" + name + ".otio");
    assumeTrue(Files.exists(file), () -> "no sample timeline at " + file);
    return new OtioReader(OtioLimits.DEFAULT).read(Files.readAllBytes(file));
  }

  private static At facts(String name) throws IOException {
    var row =
        Files.readAllLines(FOLDER.resolve("MANIFEST.tsv")).stream()
            .filter(line -> line.startsWith("otio/" + name + ".otio\t"))
            .findFirst()
            .orElseThrow();
    var json = row.substring(row.lastIndexOf('\t') + 1).getBytes(StandardCharsets.UTF_8);
    return At.root(new JsonReader(OtioLimits.DEFAULT).read(json));
  }

  private static String shown(Track track) {
    // The facts have unnamed tracks as they are; here they are numbered by kind.
    var name = track.name().matches("[VA]\\d") ? "" : track.name();
    return "%s %s %d %s".formatted(name, track.kind(), track.items(), track.duration());
  }

  private static String shownFact(At track) {
    var name = track.member("name").textOr("");
    return "%s %s %s %s"
        .formatted(
            name,
            TrackKind.valueOf(track.member("kind").textOr("").toUpperCase(Locale.ROOT)),
            track.member("items").value().shown(),
            track.member("duration_seconds").textOr(""));
  }

  private static List<String> inFileOrder(Timeline timeline) {
    return timeline.elements().stream()
        .sorted(Comparator.comparing(element -> positions(element.pointer())))
        .map(Element::name)
        .toList();
  }

  /// `/tracks/children/2/children/10` as a text that sorts the way the file runs.
  private static String positions(String pointer) {
    return pointer
        .replaceAll("[^0-9/]", "")
        .replaceAll("/+", "/")
        .replaceAll("(\\d+)", "00000$1")
        .replaceAll("0*(\\d{5})", "$1");
  }

  private static List<String> mediaUrls(Timeline timeline) {
    return timeline.elements().stream()
        .map(Element::media)
        .filter(MediaReference.External.class::isInstance)
        .map(media -> ((MediaReference.External) media).targetUrl())
        .distinct()
        .sorted()
        .toList();
  }

  private static List<String> transitions(At facts) {
    var listed = facts.member("transitions");
    return (listed.isThere() ? listed.items() : List.<At>of())
        .stream()
            .map(t ->
                "%s %s/%s"
                    .formatted(
                        t.member("type").textOr(""),
                        t.member("in").value().shown().replace(".0", ""),
                        t.member("out").value().shown().replace(".0", "")))
            .toList();
  }

  private static List<String> texts(At array) {
    return array.items().stream().map(item -> item.textOr("")).toList();
  }

  private static int count(At facts, String schema) {
    var count = facts.member("object_counts").member(schema);
    return count.isThere() ? Integer.parseInt(count.value().shown()) : 0;
  }
}
