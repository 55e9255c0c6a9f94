package dev.picturelock.provenance.cut.otio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.picturelock.provenance.cut.AssetVersion;
import dev.picturelock.provenance.cut.ContentDigest;
import dev.picturelock.provenance.cut.FrameRate;
import dev.picturelock.provenance.cut.MediaReference;
import dev.picturelock.provenance.cut.Rational;
import dev.picturelock.provenance.cut.Timeline.Element;
import dev.picturelock.provenance.cut.Timeline.Track;
import dev.picturelock.provenance.cut.Timeline.Warning;
import dev.picturelock.provenance.cut.TrackKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OtioReaderTest {

  @Test
  void trimsNestedStacksAndTracksToWhatIsSeen() {
    var timeline = Samples.read("nested-and-trimmed");

    assertThat(timeline.elements())
        .extracting(
            Element::index,
            Element::name,
            e -> e.recordIn().frames(),
            e -> e.recordOut().frames(),
            e -> e.sourceIn().frames(),
            e -> e.sourceOut().frames())
        .containsExactly(
            tuple(0, "before", 86400L, 86424L, 0L, 24L),
            tuple(1, "opening", 86424L, 86434L, 130L, 140L),
            tuple(2, "atmosphere.wav", 86424L, 86474L, 20L, 70L),
            tuple(3, "middle", 86434L, 86464L, 200L, 230L),
            tuple(4, "closing", 86464L, 86474L, 300L, 310L),
            tuple(5, "after", 86474L, 86486L, 0L, 12L));
  }

  @Test
  void hidesNothingBehindATrimThatWouldLeaveNothing() {
    var timeline = Samples.read("trimmed-by-record-timecode");

    assertThat(timeline.inPicture())
        .extracting(Element::name, e -> e.recordIn().frames(), e -> e.recordOut().frames())
        .containsExactly(tuple("shown", 0L, 24L), tuple("shown too", 48L, 72L));
    assertThat(timeline.warnings())
        .containsExactly(
            new Warning(
                "/tracks/children/0/source_range/start_time",
                "frame -86400 is outside of what is trimmed; taken from its first frame"));
  }

  @Test
  void showsRecordTimecodeFromTheStartOfTheCut() {
    var timeline = Samples.read("nested-and-trimmed");

    assertThat(timeline.start().timecode()).isEqualTo("01:00:00:00");
    assertThat(timeline.duration().frames()).isEqualTo(86);
    assertThat(timeline.elements().getLast().recordIn().timecode()).isEqualTo("01:00:03:02");
  }

  @Test
  void putsNestedElementsOnTheOuterTrackAndKeepsTheirOwnKind() {
    var timeline = Samples.read("nested-and-trimmed");

    assertThat(timeline.elements().get(2).track().name()).isEqualTo("V1");
    assertThat(timeline.elements().get(2).kind()).isEqualTo(TrackKind.AUDIO);
    assertThat(timeline.elements().get(1).kind()).isEqualTo(TrackKind.VIDEO);
  }

  @Test
  void givesATransitionNoTimeOfItsOwn() {
    var timeline = Samples.read("nested-and-trimmed");

    assertThat(timeline.transitions())
        .singleElement()
        .satisfies(transition -> {
          assertThat(transition.type()).isEqualTo("SMPTE_Dissolve");
          assertThat(transition.at().frames()).isEqualTo(86474);
          assertThat(transition.in().frames()).isEqualTo(6);
        });
  }

  @Test
  void flagsWhateverIsSwitchedOffAndCountsItsTime() {
    var timeline = Samples.read("disabled");

    assertThat(timeline.inPicture())
        .extracting(Element::name)
        .containsExactly("shown", "shown too");
    assertThat(timeline.elements()).hasSize(5);
    assertThat(timeline.inPicture().getLast().recordIn().frames()).isEqualTo(48);
    assertThat(timeline.tracks()).extracting(Track::enabled).containsExactly(true, false, true);
  }

  @Test
  void readsEveryKindOfMediaReference() {
    var timeline = Samples.read("references");

    var media = timeline.elements().stream().map(Element::media).toList();

    assertThat(media.get(0).fileNames())
        .containsExactly(
            "ABC_010_plate_v002.01001-01048.exr",
            "ABC_010_plate_v002.#####.exr",
            "ABC_010_plate_v002.%05d.exr",
            "ABC_010_plate_v002.01001.exr");
    assertThat(media.get(1).fileNames()).containsExactly("Full Size +1.mov");
    assertThat(media.get(2)).isEqualTo(new MediaReference.Generator("", "SMPTEBars"));
    assertThat(media.get(3))
        .isEqualTo(new MediaReference.Unknown("in the cloud", "CloudReference.7"));
  }

  @Test
  void takesTheLengthOfAClipWithoutRangeFromItsMedia() {
    var sequence = Samples.read("references").elements().getFirst();

    assertThat(sequence.durationSeconds()).isEqualTo(Rational.of(2));
  }

  @Test
  void warnsOfAMediaReferenceItDoesNotKnow() {
    assertThat(Samples.read("references").warnings())
        .containsExactly(
            new Warning(
                "/tracks/children/0/children/3/media_references/DEFAULT_MEDIA",
                "media reference CloudReference.7 is not known here"));
  }

  @Test
  void findsIdentifiersInTheMetadataOfClipAndMedia() {
    var identifiers = Samples.read("references").elements().getLast().identifiers();

    assertThat(identifiers.assets()).containsExactly(new AssetVersion("ABC_010_comp", "v003"));
    assertThat(identifiers.declared()).containsExactly(new ContentDigest.Sha256("ab".repeat(32)));
    assertThat(identifiers.found())
        .containsExactlyInAnyOrder(
            new ContentDigest.Sha256("cd".repeat(32)),
            new ContentDigest.C4(
                "c41yP4cqy7jmaRDzC2bmcGNZkuQb3VdftMk6YH7ynQ2Qw4zktKsyA9fk52xghNQNAdkpF9iFmFkKh2bNVG4kDWhsok"));
  }

  @Test
  void readsTheWordsOfTheFirstVersions() {
    var timeline = Samples.read("first-versions");

    assertThat(timeline.rate()).isEqualTo(FrameRate.of(25));
    assertThat(timeline.gaps()).hasSize(1);
    assertThat(timeline.elements())
        .extracting(Element::name, e -> e.recordIn().frames(), e -> e.track().name())
        .containsExactly(tuple("old", 10L, "V1"));
    assertThat(timeline.elements().getFirst().media()).isEqualTo(new MediaReference.Missing(""));
  }

  @Test
  void addsUnlikeRatesExactly() {
    var timeline = Samples.read("odd-rates");

    var expected =
        Rational.of(1001L * 1001, 24000)
            .plus(Rational.of(1001, 24000))
            .plus(Rational.of(10 * 1001, 30000))
            .plus(Rational.of(1, 96));
    assertThat(timeline.rate()).hasToString("24000/1001");
    assertThat(timeline.duration().seconds()).isEqualTo(expected);
    assertThat(timeline.elements().get(1).recordIn().exactFrames()).isEqualTo(Rational.of(1001));
  }

  @Test
  void leavesNoHoleBetweenNeighboursThatMeetInsideAFrame() {
    var elements = Samples.read("odd-rates").elements();

    for (int i = 1; i < elements.size(); i++) {
      assertThat(elements.get(i).recordIn()).isEqualTo(elements.get(i - 1).recordOut());
      assertThat(elements.get(i).recordIn().frames())
          .isEqualTo(elements.get(i - 1).recordOut().frames());
    }
  }

  @Test
  void countsAtTheRateItIsGiven() {
    var timeline =
        new OtioReader(OtioLimits.DEFAULT)
            .read(Samples.bytes("first-versions"), Optional.of(FrameRate.of(50)));

    assertThat(timeline.elements().getFirst().recordIn().frames()).isEqualTo(20);
  }

  @Test
  void putsUpWithNumbersThatJsonDoesNotHave() {
    assertThat(Samples.read("numbers-json-does-not-have").elements()).hasSize(1);
  }
}
