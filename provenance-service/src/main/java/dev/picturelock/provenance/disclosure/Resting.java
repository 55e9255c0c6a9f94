package dev.picturelock.provenance.disclosure;

import dev.picturelock.kit.disclosure.SealedDisclosure;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A value at rest: sealed under a key of its subject, bound to its place.
///
/// - **fileKey** is there when it is a file name
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record Resting(
    UUID event,
    String digest,
    Subject subject,
    String keyId,
    byte[] sealed,
    @Nullable String fileKey) {

  /// Key of its record on the topic, and its name in the ledger once it is erased.
  public String key() {
    return SealedDisclosure.key(event, digest);
  }

  Resting under(String otherKeyId, byte[] otherwiseSealed) {
    return new Resting(event, digest, subject, otherKeyId, otherwiseSealed, fileKey);
  }
}
