package dev.picturelock.tlog.note;

import dev.picturelock.tlog.CanonicalText;
import dev.picturelock.tlog.MalformedException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/// Signs a note's text with Ed25519: the signature of a log on its checkpoints.
public final class Ed25519Signer implements NoteSigner {

  private static final String PRIVATE_PREFIX = "PRIVATE+KEY+";

  private final SeedKey privateKey;
  private final VerifierKey verifierKey;

  private Ed25519Signer(String name, byte[] seed) {
    this.privateKey = new SeedKey(KeyAlgorithm.ED25519, seed);
    this.verifierKey = new VerifierKey(name, SignatureType.ED25519, privateKey.publicKey());
  }

  /// The signer of a name whose key grows out of 32 secret random bytes.
  public static Ed25519Signer ofSeed(String name, byte[] seed) {
    return new Ed25519Signer(name, seed);
  }

  /// Reads `PRIVATE+KEY+name+<key id>+base64(0x01 ‖ seed)`, the form of golang.org/x/mod.
  ///
  /// Messages of its exceptions never quote the input.
  public static Ed25519Signer parse(String privateForm) {
    if (!privateForm.startsWith(PRIVATE_PREFIX)) {
      throw new MalformedException("private key", "does not start with PRIVATE+KEY+");
    }
    String[] parts = privateForm.substring(PRIVATE_PREFIX.length()).split("\\+", 3);
    if (parts.length != 3) {
      throw new MalformedException("private key", "want PRIVATE+KEY+name+id+key");
    }
    byte[] typed = decodeSecret(parts[2]);
    if (typed.length == 0 || typed[0] != SignatureType.ED25519.code()) {
      throw new MalformedException("private key", "not of type Ed25519");
    }
    var signer = ofSeed(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
    // As text, because reading it as a key id would quote it, and it may be a misplaced secret.
    if (!signer.verifierKey.id().toString().equals(parts[1])) {
      throw new MalformedException("private key", "its key id does not belong to it");
    }
    return signer;
  }

  @Override
  public VerifierKey verifierKey() {
    return verifierKey;
  }

  @Override
  public SignatureLine sign(String text) {
    byte[] signature = privateKey.sign(text.getBytes(StandardCharsets.UTF_8));
    return SignatureLine.of(verifierKey.name(), verifierKey.id(), signature);
  }

  /// The secret in the form that [#parse(String)] reads. It MUST NOT be logged.
  public String privateForm() {
    byte[] typed = new byte[1 + SeedKey.SEED_BYTES];
    typed[0] = (byte) SignatureType.ED25519.code();
    System.arraycopy(privateKey.seed(), 0, typed, 1, SeedKey.SEED_BYTES);
    return PRIVATE_PREFIX
        + verifierKey.name()
        + "+"
        + verifierKey.id()
        + "+"
        + Base64.getEncoder().encodeToString(typed);
  }

  /// The public half only.
  @Override
  public String toString() {
    return "Ed25519Signer[" + verifierKey + "]";
  }

  private static byte[] decodeSecret(String base64) {
    try {
      return CanonicalText.base64("private key", base64);
    } catch (MalformedException e) {
      // The original message quotes what it could not read, here a secret.
      throw new MalformedException("private key", "not canonical base64");
    }
  }
}
