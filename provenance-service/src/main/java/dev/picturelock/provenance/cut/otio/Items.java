package dev.picturelock.provenance.cut.otio;

import dev.picturelock.provenance.cut.Rational;
import dev.picturelock.provenance.cut.TrackKind;
import dev.picturelock.provenance.cut.otio.Item.Composition;
import dev.picturelock.provenance.cut.otio.Times.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Turns the objects of a timeline into items with known lengths, innermost first.
final class Items {

  private static final Set<Schema> STACK = Set.of(new Schema("Stack", 1));
  // "Sequence" and "Filler" are what old files say for Track and Gap.
  private static final Set<Schema> ITEMS =
      Set.of(
          new Schema("Stack", 1),
          new Schema("Track", 1),
          new Schema("Sequence", 1),
          new Schema("Clip", 1),
          new Schema("Clip", 2),
          new Schema("Gap", 1),
          new Schema("Filler", 1),
          new Schema("Transition", 1));
  private static final Set<String> SPEED_CHANGES =
      Set.of("LinearTimeWarp", "FreezeFrame", "TimeEffect");

  private final OtioLimits limits;
  private final Warnings warnings;
  private int elements;

  Items(OtioLimits limits, Warnings warnings) {
    this.limits = limits;
    this.warnings = warnings;
  }

  Composition outermost(At stack) {
    Schema.known(stack, STACK);
    return composition(stack, Optional.empty());
  }

  private Item item(At object) {
    var schema = Schema.known(object, ITEMS);
    return switch (schema.name()) {
      case "Stack" -> composition(object, Optional.empty());
      case "Track", "Sequence" -> composition(object, Optional.of(kind(object.member("kind"))));
      case "Clip" -> clip(object, schema.version());
      case "Transition" -> transition(object);
      default -> gap(object);
    };
  }

  private Composition composition(At object, Optional<TrackKind> kind) {
    var children = new ArrayList<Item>();
    var children0 = object.member("children");
    for (var child : children0.isThere() ? children0.items() : List.<At>of()) {
      children.add(item(child));
    }
    warnOfSpeedChanges(object);
    return new Composition(
        object.pointer(),
        object.member("name").textOr(""),
        kind,
        object.member("source_range").ifThere().map(Times::range),
        object.member("enabled").truthOr(true),
        List.copyOf(children),
        untrimmed(object, children, kind.isPresent()));
  }

  private static Rational untrimmed(At object, List<Item> children, boolean inARow) {
    try {
      var length = Rational.ZERO;
      for (var child : children) {
        length = inARow ? length.plus(child.length()) : length.max(child.length());
      }
      if (length.compareTo(Times.LONGEST) > 0) {
        throw object.broken("want less than thirty years in all, got " + length + " seconds");
      }
      return length;
    } catch (ArithmeticException e) {
      throw object.broken("want rates with a common base: the exact length has too many digits");
    }
  }

  private Item clip(At object, int version) {
    countElement(object);
    warnOfSpeedChanges(object);
    var reference = MediaReferences.active(object, version);
    var media = MediaReferences.read(reference, warnings);
    return new Item.Clip(
        object.pointer(),
        object.member("name").textOr(""),
        range(object, reference),
        object.member("enabled").truthOr(true),
        media,
        MetadataIdentifiers.of(
            List.of(object.member("metadata"), reference.member("metadata")), warnings));
  }

  private static TimeRange range(At clip, At reference) {
    var own = clip.member("source_range");
    if (own.isThere()) {
      return Times.range(own);
    }
    var available = reference.member("available_range");
    if (available.isThere()) {
      return Times.range(available);
    }
    throw own.broken("want a range here or an available_range on the media, got neither");
  }

  private Item gap(At object) {
    countElement(object);
    return new Item.Gap(
        object.pointer(), Times.range(object.member("source_range")).duration().seconds());
  }

  private Item transition(At object) {
    countElement(object);
    return new Item.Transition(
        object.pointer(),
        object.member("name").textOr(""),
        object.member("transition_type").textOr(""),
        Times.length(object.member("in_offset")),
        Times.length(object.member("out_offset")));
  }

  private static TrackKind kind(At kind) {
    return switch (kind.textOr("Video").toLowerCase(Locale.ROOT)) {
      case "video" -> TrackKind.VIDEO;
      case "audio" -> TrackKind.AUDIO;
      default -> TrackKind.OTHER;
    };
  }

  private void warnOfSpeedChanges(At object) {
    var effects = object.member("effects");
    for (var effect : effects.isThere() ? effects.items() : List.<At>of()) {
      var schema = Schema.of(effect);
      if (SPEED_CHANGES.contains(schema.name())) {
        warnings.add(effect.pointer(), schema + " is not applied: source times are as written");
      }
    }
  }

  private void countElement(At object) {
    if (++elements > limits.elements()) {
      throw object.broken("want at most " + limits.elements() + " clips, gaps and transitions");
    }
  }
}
