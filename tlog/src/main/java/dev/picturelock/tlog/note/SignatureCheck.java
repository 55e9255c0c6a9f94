package dev.picturelock.tlog.note;

import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.note.Endorsement.Cosigned;
import dev.picturelock.tlog.note.Endorsement.Signed;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// Turns a claim into an endorsement, if it holds.
final class SignatureCheck {

  private SignatureCheck() {}

  /// Checks a line that claims to be by the key; empty when it is not.
  static Optional<Endorsement> check(String text, SignatureLine line, VerifierKey key) {
    byte[] signature = line.signature();
    if (key.type().isCosignature()) {
      return checkCosignature(text, signature, key);
    }
    return key.publicKey().verifies(text.getBytes(StandardCharsets.UTF_8), signature)
        ? Optional.of(new Signed(key))
        : Optional.empty();
  }

  private static Optional<Endorsement> checkCosignature(
      String text, byte[] timestamped, VerifierKey key) {
    if (timestamped.length != Long.BYTES + key.type().algorithm().signatureBytes()) {
      return Optional.empty();
    }
    long timestamp = ByteBuffer.wrap(timestamped).getLong();
    // "It MUST NOT exceed 2^63 - 1"; the calendar of Java ends before that.
    if (timestamp < 0 || timestamp > Instant.MAX.getEpochSecond()) {
      return Optional.empty();
    }
    byte[] signature = Arrays.copyOfRange(timestamped, Long.BYTES, timestamped.length);
    try {
      return key.publicKey().verifies(key.cosignedMessage(text, timestamp), signature)
          ? Optional.of(new Cosigned(key, Instant.ofEpochSecond(timestamp)))
          : Optional.empty();
    } catch (MalformedException e) {
      // The text is no checkpoint, so nothing about one can have been signed.
      return Optional.empty();
    }
  }
}
