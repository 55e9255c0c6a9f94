package dev.picturelock.tlog.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/// Signs a checkpoint together with the time, as witnesses do (c2sp.org/tlog-cosignature, Ed25519).
///
/// It signs what it is given. A witness MUST have checked, and stored, that the checkpoint is
/// consistent with the last one it signed for that origin.
public final class CosignatureSigner implements NoteSigner {

  private final Ed25519PrivateKey privateKey;
  private final VerifierKey verifierKey;
  private final InstantSource clock;

  private CosignatureSigner(String name, byte[] seed, InstantSource clock) {
    this.privateKey = new Ed25519PrivateKey(seed);
    this.verifierKey =
        new VerifierKey(name, SignatureType.ED25519_COSIGNATURE, privateKey.publicKey());
    this.clock = clock;
  }

  public static CosignatureSigner ofSeed(String name, byte[] seed, InstantSource clock) {
    return new CosignatureSigner(name, seed, clock);
  }

  @Override
  public VerifierKey verifierKey() {
    return verifierKey;
  }

  @Override
  public SignatureLine sign(String text) {
    long seconds = clock.instant().getEpochSecond();
    byte[] signature = privateKey.sign(message(text, seconds));
    byte[] timed =
        ByteBuffer.allocate(Long.BYTES + signature.length).putLong(seconds).put(signature).array();
    return SignatureLine.of(verifierKey.name(), verifierKey.id(), timed);
  }

  static byte[] message(String text, long seconds) {
    return ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(StandardCharsets.UTF_8);
  }
}
