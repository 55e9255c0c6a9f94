package dev.picturelock.provenance.cut.otio;

import dev.picturelock.provenance.cut.MediaReference;

/// Reads what a clip says about its media.
final class MediaReferences {

  private MediaReferences() {}

  /// The reference in use. A clip of version 2 may also carry proxies, which are not in the
  /// picture.
  static At active(At clip, int version) {
    if (version == 1) {
      return clip.member("media_reference");
    }
    var references = clip.member("media_references");
    if (!references.isThere()) {
      return references;
    }
    var key = clip.member("active_media_reference_key").textOr("DEFAULT_MEDIA");
    var active = references.object().member(key);
    if (!active.isThere()) {
      throw clip.member("active_media_reference_key")
          .broken("want a key of media_references, got '" + key + "'");
    }
    return active;
  }

  static MediaReference read(At reference, Warnings warnings) {
    if (!reference.isThere()) {
      return new MediaReference.Missing("");
    }
    var schema = Schema.of(reference);
    var name = reference.member("name").textOr("");
    return switch (schema.toString()) {
      case "ExternalReference.1" ->
          new MediaReference.External(name, reference.member("target_url").textOr(""));
      case "MissingReference.1" -> new MediaReference.Missing(name);
      case "GeneratorReference.1" ->
          new MediaReference.Generator(name, reference.member("generator_kind").textOr(""));
      case "ImageSequenceReference.1" -> imageSequence(reference, name);
      default -> {
        // The clip still takes its time and is still in the picture; only its media stays unknown.
        warnings.add(reference.pointer(), "media reference " + schema + " is not known here");
        yield new MediaReference.Unknown(name, schema.toString());
      }
    };
  }

  private static MediaReference imageSequence(At reference, String name) {
    var start = whole(reference.member("start_frame"), 1, -1_000_000_000, 1_000_000_000);
    var step = whole(reference.member("frame_step"), 1, 1, 1_000_000);
    var padding = whole(reference.member("frame_zero_padding"), 0, 0, 20);
    var images =
        reference
            .member("available_range")
            .ifThere()
            .map(range -> Times.range(range).duration().frames())
            .orElse(1L);
    return new MediaReference.ImageSequence(
        name,
        reference.member("target_url_base").textOr(""),
        reference.member("name_prefix").textOr(""),
        reference.member("name_suffix").textOr(""),
        start,
        start + (Math.max(1, images) - 1) / step * step,
        (int) padding);
  }

  private static long whole(At number, long otherwise, long from, long to) {
    if (!number.isThere()) {
      return otherwise;
    }
    var want = "a whole number from %d to %d".formatted(from, to);
    if (!(number.value() instanceof JsonValue.Numeral(var literal))
        || !literal.matches("-?\\d{1,10}")) {
      throw number.want(want);
    }
    var value = Long.parseLong(literal);
    if (value < from || value > to) {
      throw number.want(want);
    }
    return value;
  }
}
