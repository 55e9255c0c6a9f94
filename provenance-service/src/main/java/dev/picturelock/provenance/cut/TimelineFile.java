package dev.picturelock.provenance.cut;

import dev.picturelock.kit.event.Digest;
import dev.picturelock.kit.problem.Problem.FieldError;
import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import dev.picturelock.provenance.cut.Timeline.Element;
import dev.picturelock.provenance.cut.otio.OtioLimits;
import dev.picturelock.provenance.cut.otio.OtioReader;
import java.util.List;
import java.util.Optional;

/// A file that was read as a timeline.
///
/// @param sha256 of the file as it was sent
record TimelineFile(TimelineFormat format, Timeline timeline, String sha256) {

  private static final int LONGEST_NAME = 200;

  /// The name the file has for itself, if it has one.
  Optional<String> name() {
    var name = timeline.name().strip();
    var shown =
        name.codePointCount(0, name.length()) > LONGEST_NAME
            ? name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME))
            : name;
    return Optional.of(shown).filter(text -> !text.isEmpty());
  }

  /// - **Errors:** [ProblemException] UNSUPPORTED_FORMAT or BROKEN_FILE; nothing else, whatever the
  ///   file
  static TimelineFile read(byte[] file, Optional<TimelineFormat> said, Optional<FrameRate> rate) {
    var format = TimelineFormat.of(file);
    if (said.isPresent() && format.readable() && said.get() != format) {
      throw new ProblemException(
          ProblemType.INVALID_PARAMETER,
          "format: you said %s, but the file looks like %s".formatted(said.get(), format));
    }
    try {
      format.requireReadable();
      var timeline = new OtioReader(OtioLimits.DEFAULT).read(file, rate);
      timeline.elements().forEach(TimelineFile::requireCountable);
      return new TimelineFile(format, timeline, Digest.sha256Hex(file));
    } catch (UnreadableFormatException e) {
      throw new ProblemException(ProblemType.UNSUPPORTED_FORMAT, e.format().refusal());
    } catch (BrokenTimelineException e) {
      throw broken(e);
    }
  }

  /// Exact times may be of any size; people count frames.
  private static void requireCountable(Element element) {
    try {
      for (var time :
          List.of(
              element.recordIn(), element.recordOut(), element.sourceIn(), element.sourceOut())) {
        time.timecode();
      }
    } catch (ArithmeticException tooLarge) {
      throw new BrokenTimelineException(
          element.pointer(), "want times of at most 2^63 frames, got a larger one");
    }
  }

  private static ProblemException broken(BrokenTimelineException e) {
    var where = e.place().map(BrokenTimelineException.Place::toString).orElse("");
    return new ProblemException(
        ProblemType.BROKEN_FILE,
        "the file cannot be read as a timeline: " + e.getMessage(),
        new FieldError(e.pointer(), where + e.detail(), null, List.of()));
  }
}
