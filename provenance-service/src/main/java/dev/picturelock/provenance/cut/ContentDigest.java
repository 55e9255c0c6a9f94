package dev.picturelock.provenance.cut;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Identifies a file by what is in it.
public sealed interface ContentDigest {

  String value();

  /// 64 lower-case hex digits.
  record Sha256(String value) implements ContentDigest {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

    public Sha256 {
      if (!SHAPE.matcher(value).matches()) {
        throw new IllegalArgumentException("want 64 lower-case hex digits, got '" + value + "'");
      }
    }

    /// Reads hex in either case, with or without the prefix `sha256:`.
    public static Optional<Sha256> read(String text) {
      var hex = text.strip().toLowerCase(Locale.ROOT);
      hex = hex.startsWith(PREFIX) ? hex.substring(PREFIX.length()) : hex;
      return SHAPE.matcher(hex).matches() ? Optional.of(new Sha256(hex)) : Optional.empty();
    }
  }

  /// A C4 ID: `c4` and 88 digits of base 58.
  record C4(String value) implements ContentDigest {

    // SMPTE ST 2114: no 0, O, I or l among the digits
    private static final Pattern SHAPE = Pattern.compile("c4[1-9A-HJ-NP-Za-km-z]{88}");

    public C4 {
      if (!SHAPE.matcher(value).matches()) {
        throw new IllegalArgumentException(
            "want 'c4' and 88 digits of base 58, got '" + value + "'");
      }
    }

    public static Optional<C4> read(String text) {
      var id = text.strip();
      return SHAPE.matcher(id).matches() ? Optional.of(new C4(id)) : Optional.empty();
    }
  }

  String PREFIX = "sha256:";

  /// The digest that a text says it is: a C4 ID by its shape, a SHA-256 only with its prefix,
  /// because 64 hex digits alone may be anything.
  static Optional<ContentDigest> recognise(String text) {
    var stripped = text.strip();
    if (stripped.regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
      return Sha256.read(stripped).map(ContentDigest.class::cast);
    }
    return C4.read(stripped).map(ContentDigest.class::cast);
  }
}
