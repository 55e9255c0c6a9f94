package dev.picturelock.kit.disclosure;

import dev.picturelock.kit.event.Digest;
import dev.picturelock.kit.json.JsonPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// One value that is kept out of an event, in the form of RFC 9901 (SD-JWT): the base64url text of
/// the JSON array `[salt, name, value]`.
///
/// The digest stands in the event. Without salt and value nobody can tell what it stood for; with
/// them anybody can check that the event committed to it.
public record Disclosure(String salt, String name, String value) {
  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  /// The text that is hashed and handed out.
  public String encoded() {
    try {
      return BASE64URL.encodeToString(
          JsonPolicy.strict().writeValueAsBytes(List.of(salt, name, value)));
    } catch (IOException impossible) {
      throw new IllegalStateException("three strings can be written", impossible);
    }
  }

  /// The ASCII bytes of the text, which are what is sealed.
  public byte[] toBytes() {
    return encoded().getBytes(StandardCharsets.US_ASCII);
  }

  /// Empty when the bytes are no disclosure with this digest.
  public static Optional<Disclosure> fromBytes(byte[] bytes, String digest) {
    var encoded = new String(bytes, StandardCharsets.US_ASCII);
    try {
      return digestOf(encoded).equals(digest) ? Optional.of(parse(encoded)) : Optional.empty();
    } catch (IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }

  /// base64url(SHA-256(ASCII(encoded))), RFC 9901, 4.2.3.
  public String digest() {
    return digestOf(encoded());
  }

  public static String digestOf(String encoded) {
    return BASE64URL.encodeToString(Digest.sha256(encoded.getBytes(StandardCharsets.US_ASCII)));
  }

  /// - **Errors:** [IllegalArgumentException] when the text is not a disclosure of a string
  public static Disclosure parse(String encoded) {
    try {
      var parts = JsonPolicy.strict().readTree(Base64.getUrlDecoder().decode(encoded));
      if (!parts.isArray() || parts.size() != 3) {
        throw new IllegalArgumentException("want [salt, name, value]");
      }
      return new Disclosure(parts.get(0).asText(), parts.get(1).asText(), parts.get(2).asText());
    } catch (IOException notJson) {
      throw new IllegalArgumentException("not a disclosure", notJson);
    }
  }
}
