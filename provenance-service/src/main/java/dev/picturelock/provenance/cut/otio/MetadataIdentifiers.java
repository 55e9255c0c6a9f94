package dev.picturelock.provenance.cut.otio;

import dev.picturelock.provenance.cut.AssetVersion;
import dev.picturelock.provenance.cut.ContentDigest;
import dev.picturelock.provenance.cut.Identifiers;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds names and digests of the media in metadata that anybody may have written.
final class MetadataIdentifiers {

  private static final String OWN_KEY = "picturelock";

  private final Set<AssetVersion> assets = new LinkedHashSet<>();
  private final Set<ContentDigest> declared = new LinkedHashSet<>();
  private final Set<ContentDigest> found = new LinkedHashSet<>();
  private final Warnings warnings;

  private MetadataIdentifiers(Warnings warnings) {
    this.warnings = warnings;
  }

  static Identifiers of(List<At> metadata, Warnings warnings) {
    var identifiers = new MetadataIdentifiers(warnings);
    for (var object : metadata) {
      identifiers.readOwn(object.member(OWN_KEY));
      identifiers.search("", object.value());
    }
    identifiers.found.removeAll(identifiers.declared);
    return new Identifiers(
        List.copyOf(identifiers.assets),
        List.copyOf(identifiers.declared),
        List.copyOf(identifiers.found));
  }

  private void readOwn(At own) {
    if (!own.isThere()) {
      return;
    }
    if (!own.isObject()) {
      warn(own, "want an object, got " + own.value().shown());
      return;
    }
    var asset = plain(own.member("asset"));
    var version = plain(own.member("version"));
    if (asset.isPresent() && version.isPresent()) {
      assets.add(new AssetVersion(asset.get(), version.get()));
    } else if (asset.isPresent() || version.isPresent()) {
      warn(own, "want both asset and version; one alone names no asset version");
    }
    readDigest(
        own.member("sha256"), plain(own.member("sha256")).flatMap(ContentDigest.Sha256::read));
    readDigest(own.member("c4"), plain(own.member("c4")).flatMap(ContentDigest.C4::read));
  }

  private void readDigest(At written, Optional<? extends ContentDigest> digest) {
    digest.ifPresent(declared::add);
    if (written.isThere() && digest.isEmpty()) {
      warn(written, "not a digest of this kind: " + written.value().shown());
    }
  }

  private void search(String key, JsonValue value) {
    switch (value) {
      case JsonValue.Members(Map<String, JsonValue> members) -> members.forEach(this::search);
      case JsonValue.Items(var items) -> items.forEach(item -> search(key, item));
      case JsonValue.Text(var text) -> digest(key, text).ifPresent(found::add);
      case JsonValue.Numeral _, JsonValue.Truth _, JsonValue.Nothing _ -> {}
    }
  }

  /// 64 hex digits alone may be anything, unless the key says what they are.
  private static Optional<? extends ContentDigest> digest(String key, String text) {
    if (text.length() > 100) {
      return Optional.empty();
    }
    var name = key.toLowerCase(Locale.ROOT);
    return name.equals("sha256") || name.equals("sha-256")
        ? ContentDigest.Sha256.read(text)
        : ContentDigest.recognise(text);
  }

  /// A text, or a number as it was written: people count versions.
  private static Optional<String> plain(At value) {
    return switch (value.value()) {
      case JsonValue.Text(var text) when isName(text) -> Optional.of(text.strip());
      case JsonValue.Numeral(var literal) when isName(literal) -> Optional.of(literal);
      case JsonValue.Text _,
          JsonValue.Numeral _,
          JsonValue.Members _,
          JsonValue.Items _,
          JsonValue.Truth _,
          JsonValue.Nothing _ ->
          Optional.empty();
    };
  }

  private static boolean isName(String text) {
    return !text.isBlank() && text.length() <= 500 && At.isStorable(text);
  }

  private void warn(At where, String detail) {
    warnings.add(where.pointer(), detail);
  }
}
