package dev.picturelock.provenance.cut;

import dev.picturelock.kit.event.Digest;
import dev.picturelock.kit.json.JsonPolicy;
import dev.picturelock.provenance.cut.Timeline.Element;
import dev.picturelock.provenance.cut.Timeline.Track;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An element in the form that is stored and digested: nothing of it is rounded.
///
/// @param rate frames per second, `24000/1001`
/// @param recordIn exact seconds, `1001/24`
/// @param assets, declared, found see [Identifiers]
public record ElementDocument(
    int index,
    int track,
    String kind,
    String name,
    String rate,
    String recordIn,
    String recordOut,
    String sourceRate,
    String sourceIn,
    String sourceOut,
    Media media,
    List<Named> assets,
    List<String> declared,
    List<String> found,
    boolean enabled,
    String pointer) {

  /// An asset version that the metadata names.
  public record Named(String asset, String version) {}

  /// A media reference; `of` says which kind.
  public record Media(
      String of,
      String name,
      @Nullable String location,
      @Nullable String prefix,
      @Nullable String suffix,
      @Nullable Long firstFrame,
      @Nullable Long lastFrame,
      @Nullable Integer padding) {

    MediaReference reference() {
      return switch (of) {
        case "external" -> new MediaReference.External(name, or(location, ""));
        case "sequence" ->
            new MediaReference.ImageSequence(
                name,
                or(location, ""),
                or(prefix, ""),
                or(suffix, ""),
                or(firstFrame, 0L),
                or(lastFrame, 0L),
                or(padding, 0));
        case "generator" -> new MediaReference.Generator(name, or(location, ""));
        case "missing" -> new MediaReference.Missing(name);
        default -> new MediaReference.Unknown(name, or(location, ""));
      };
    }

    private static <T> T or(@Nullable T value, T otherwise) {
      return value == null ? otherwise : value;
    }
  }

  public static ElementDocument of(Element element) {
    var identifiers = element.identifiers();
    return new ElementDocument(
        element.index(),
        element.track().number(),
        element.kind().name(),
        element.name(),
        element.recordIn().rate().toString(),
        element.recordIn().seconds().toString(),
        element.recordOut().seconds().toString(),
        element.sourceIn().rate().toString(),
        element.sourceIn().seconds().toString(),
        element.sourceOut().seconds().toString(),
        media(element.media()),
        identifiers.assets().stream().map(a -> new Named(a.asset(), a.version())).toList(),
        identifiers.declared().stream().map(ElementDocument::written).toList(),
        identifiers.found().stream().map(ElementDocument::written).toList(),
        element.enabled(),
        element.pointer());
  }

  /// SHA-256 of the list as canonical JSON.
  public static String sha256(List<Element> elements) {
    return Digest.sha256Hex(
        JsonPolicy.canonical(elements.stream().map(ElementDocument::of).toList()));
  }

  public Element element(Map<Integer, Track> tracks) {
    var onTrack = tracks.get(track);
    if (onTrack == null) {
      throw new IllegalStateException("element " + index + " is on unknown track " + track);
    }
    return new Element(
        index,
        onTrack,
        TrackKind.valueOf(kind),
        name,
        time(recordIn, rate),
        time(recordOut, rate),
        time(sourceIn, sourceRate),
        time(sourceOut, sourceRate),
        media.reference(),
        new Identifiers(
            assets.stream().map(a -> new AssetVersion(a.asset(), a.version())).toList(),
            declared.stream().map(ElementDocument::digest).toList(),
            found.stream().map(ElementDocument::digest).toList()),
        enabled,
        pointer);
  }

  /// Reads exact seconds and a rate as they are written above.
  public static CutTime time(String seconds, String rate) {
    return new CutTime(rational(seconds), new FrameRate(rational(rate)));
  }

  static Rational rational(String text) {
    var parts = text.split("/", 2);
    return new Rational(
        new BigInteger(parts[0]), parts.length == 1 ? BigInteger.ONE : new BigInteger(parts[1]));
  }

  private static String written(ContentDigest digest) {
    return switch (digest) {
      case ContentDigest.Sha256(var hex) -> ContentDigest.PREFIX + hex;
      case ContentDigest.C4(var id) -> id;
    };
  }

  private static ContentDigest digest(String written) {
    return ContentDigest.recognise(written)
        .orElseThrow(() -> new IllegalStateException("a stored digest cannot be read"));
  }

  private static Media media(MediaReference media) {
    return switch (media) {
      case MediaReference.External(var name, var url) -> simple("external", name, url);
      case MediaReference.ImageSequence s ->
          new Media(
              "sequence",
              s.name(),
              s.baseUrl(),
              s.prefix(),
              s.suffix(),
              s.firstFrame(),
              s.lastFrame(),
              s.padding());
      case MediaReference.Generator(var name, var kind) -> simple("generator", name, kind);
      case MediaReference.Missing(var name) -> simple("missing", name, null);
      case MediaReference.Unknown(var name, var schema) -> simple("unknown", name, schema);
    };
  }

  private static Media simple(String of, String name, @Nullable String location) {
    return new Media(of, name, location, null, null, null, null, null);
  }
}
