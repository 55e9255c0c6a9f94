package dev.picturelock.provenance.cut.otio;

import dev.picturelock.provenance.cut.FrameRate;
import dev.picturelock.provenance.cut.Rational;
import dev.picturelock.provenance.cut.Timeline;
import dev.picturelock.provenance.cut.TrackKind;
import dev.picturelock.provenance.cut.otio.Item.Composition;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Reads OpenTimelineIO JSON.
///
/// - **Shape:** one `Timeline`, or a collection that holds exactly one
/// - **Rate:** the given one, else that of `global_start_time`, else that of the first clip on a
///   video track, else of any clip, else 24
/// - **Errors:** [BrokenTimelineException] naming what was wanted, what was there and where; no
///   file, however made, leads to another exception or takes more than [OtioLimits] allows
public final class OtioReader {

  private static final Set<Schema> ROOTS =
      Set.of(
          new Schema("Timeline", 1),
          new Schema("SerializableCollection", 1),
          // So spelt by the first versions.
          new Schema("SerializeableCollection", 1));

  private final OtioLimits limits;
  private final JsonReader json;

  public OtioReader(OtioLimits limits) {
    this.limits = limits;
    this.json = new JsonReader(limits);
  }

  public Timeline read(byte[] file) {
    return read(file, Optional.empty());
  }

  /// Counts the cut at the given rate, whatever the file says.
  public Timeline read(byte[] file, Optional<FrameRate> rate) {
    var timeline = timeline(At.root(json.read(file)));
    var warnings = new Warnings();
    var stack = new Items(limits, warnings).outermost(timeline.member("tracks"));
    var start = timeline.member("global_start_time").ifThere().map(Times::time);
    var cutRate =
        rate.or(() -> start.map(time -> time.rate()))
            .or(() -> rateOfFirstClip(stack))
            .orElse(FrameRate.of(24));
    try {
      return new Placement(cutRate, warnings)
          .timeline(
              timeline.member("name").textOr(""),
              start.map(time -> time.seconds()).orElse(Rational.ZERO),
              stack);
    } catch (ArithmeticException e) {
      throw timeline.broken("want rates with a common base: the exact times have too many digits");
    }
  }

  private static At timeline(At root) {
    if (Schema.known(root, ROOTS).name().equals("Timeline")) {
      return root;
    }
    var timelines =
        root.member("children").items().stream()
            .filter(child -> Schema.of(child).name().equals("Timeline"))
            .toList();
    if (timelines.size() != 1) {
      throw root.member("children").broken("want one Timeline, got " + timelines.size());
    }
    Schema.known(timelines.getFirst(), ROOTS);
    return timelines.getFirst();
  }

  private static Optional<FrameRate> rateOfFirstClip(Composition stack) {
    var clips = clips(stack, TrackKind.VIDEO).toList();
    return clips.stream()
        .filter(OnTrack::video)
        .findFirst()
        .or(() -> clips.stream().findFirst())
        .map(onTrack -> onTrack.clip().range().duration().rate());
  }

  private static Stream<OnTrack> clips(Item item, TrackKind kind) {
    return switch (item) {
      case Item.Clip clip -> Stream.of(new OnTrack(clip, kind == TrackKind.VIDEO));
      case Composition composition ->
          composition.children().stream()
              .flatMap(child -> clips(child, composition.kind().orElse(kind)));
      case Item.Gap _, Item.Transition _ -> Stream.empty();
    };
  }

  private record OnTrack(Item.Clip clip, boolean video) {}
}
