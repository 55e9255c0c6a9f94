package dev.picturelock.tlog.note;

import java.nio.ByteBuffer;
import java.time.InstantSource;

/// Signs a checkpoint together with the time, as witnesses do (c2sp.org/tlog-cosignature).
///
/// It signs what it is given. A witness MUST have checked, and stored, that the checkpoint is
/// consistent with the last one it signed for that origin.
public final class CosignatureSigner implements NoteSigner {

  private final SeedKey key;
  private final VerifierKey verifierKey;
  private final InstantSource clock;

  private CosignatureSigner(SignatureType type, String name, byte[] seed, InstantSource clock) {
    this.key = new SeedKey(type.algorithm(), seed);
    this.verifierKey = new VerifierKey(name, type, key.publicKey());
    this.clock = clock;
  }

  /// A signer of Ed25519 cosignatures, type 0x04.
  public static CosignatureSigner ofSeed(String name, byte[] seed, InstantSource clock) {
    return new CosignatureSigner(SignatureType.ED25519_COSIGNATURE, name, seed, clock);
  }

  /// A signer of ML-DSA-44 cosignatures, type 0x06.
  public static CosignatureSigner mlDsa44OfSeed(String name, byte[] seed, InstantSource clock) {
    return new CosignatureSigner(SignatureType.ML_DSA_44_COSIGNATURE, name, seed, clock);
  }

  @Override
  public VerifierKey verifierKey() {
    return verifierKey;
  }

  /// Signs a checkpoint's text; for ML-DSA-44 it MUST begin with the lines of one.
  @Override
  public SignatureLine sign(String text) {
    long timestamp = clock.instant().getEpochSecond();
    byte[] signature = key.sign(verifierKey.cosignedMessage(text, timestamp));
    // timestamped_signature
    byte[] timestamped =
        ByteBuffer.allocate(Long.BYTES + signature.length)
            .putLong(timestamp)
            .put(signature)
            .array();
    return SignatureLine.of(verifierKey.name(), verifierKey.id(), timestamped);
  }
}
