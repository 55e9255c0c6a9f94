package dev.picturelock.provenance.disclosure;

import dev.picturelock.kit.event.Digest;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.UUID;

/// Whose a value is, within one title: a person by pseudonym, or one of 256 keys that values about
/// no person share.
public record Subject(String titleId, String name) implements Comparable<Subject> {
  private static final Comparator<Subject> ORDER =
      Comparator.comparing(Subject::titleId).thenComparing(Subject::name);

  /// The shared subject of an event: spread by hash, so that an erasure renews little.
  static Subject shared(String titleId, UUID event) {
    var hash = Digest.sha256(event.toString().getBytes(StandardCharsets.US_ASCII));
    return new Subject(titleId, "shared/" + HexFormat.of().toHexDigits(hash[0]));
  }

  @Override
  public int compareTo(Subject other) {
    return ORDER.compare(this, other);
  }
}
