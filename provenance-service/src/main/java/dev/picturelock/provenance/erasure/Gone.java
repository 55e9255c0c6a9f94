package dev.picturelock.provenance.erasure;

import dev.picturelock.kit.disclosure.SealedDisclosure;
import java.util.UUID;

/// A value that an erasure removed.
///
/// - **name** of the field; empty when nobody could open the value any more
public record Gone(UUID event, String digest, String name) {
  /// Its name in the ledger and the key of its record on the topic.
  String key() {
    return SealedDisclosure.key(event, digest);
  }
}
