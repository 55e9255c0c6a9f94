package dev.picturelock.tlog.note;

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
    return switch (key.type()) {
      case ED25519 ->
          key.publicKey().verifies(text.getBytes(StandardCharsets.UTF_8), signature)
              ? Optional.of(new Signed(key))
              : Optional.empty();
      case ED25519_COSIGNATURE -> checkCosignature(text, signature, key);
    };
  }

  private static Optional<Endorsement> checkCosignature(
      String text, byte[] timed, VerifierKey key) {
    if (timed.length <= Long.BYTES) {
      return Optional.empty();
    }
    long seconds = ByteBuffer.wrap(timed).getLong();
    if (seconds < 0 || seconds > Instant.MAX.getEpochSecond()) {
      return Optional.empty();
    }
    byte[] signature = Arrays.copyOfRange(timed, Long.BYTES, timed.length);
    return key.publicKey().verifies(CosignatureSigner.message(text, seconds), signature)
        ? Optional.of(new Cosigned(key, Instant.ofEpochSecond(seconds)))
        : Optional.empty();
  }
}
