package dev.picturelock.kit.disclosure;

import dev.picturelock.kit.json.JsonPolicy;
import dev.picturelock.kit.json.JsonText;
import dev.picturelock.kit.problem.ProblemException;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A disclosure as it travels: encrypted, bound to its title, event and digest.
///
/// - **nonce**, **ciphertext** base64; AES-256-GCM over the encoded disclosure
/// - **subject** pseudonym of the person it is about, where the value does not name the person
///   itself
public record SealedDisclosure(
    String title,
    UUID event,
    String digest,
    String nonce,
    String ciphertext,
    @Nullable String subject) {

  /// Key on the compacted topic; a record with this key and no value erases it.
  public String key() {
    return key(event, digest);
  }

  /// The same of a value that is not sealed like this any more; also its name in the ledger once it
  /// is erased.
  public static String key(UUID event, String digest) {
    return event + "/" + digest;
  }

  public byte[] toBytes() {
    try {
      return JsonPolicy.tolerant().writeValueAsBytes(this);
    } catch (IOException impossible) {
      throw new IllegalStateException("a disclosure of our own can be written", impossible);
    }
  }

  /// - **Errors:** [IOException] when the bytes are not a sealed disclosure
  public static SealedDisclosure fromBytes(byte[] bytes) throws IOException {
    try {
      JsonText.check(bytes);
    } catch (ProblemException notText) {
      throw new IOException("not text", notText);
    }
    var sealed = JsonPolicy.tolerant().readValue(bytes, SealedDisclosure.class);
    if (sealed == null) {
      throw new IOException("null is no disclosure");
    }
    return sealed;
  }
}
