package dev.picturelock.tlog.note;

import dev.picturelock.tlog.MalformedException;
import java.util.HexFormat;

/// What a key signs, as the byte before the public key says (c2sp.org/signed-note, signature
/// types).
public enum SignatureType {
  /// The note's text, c2sp.org/signed-note.
  ED25519(0x01, KeyAlgorithm.ED25519),
  /// A time and a checkpoint's whole text, c2sp.org/tlog-cosignature.
  ED25519_COSIGNATURE(0x04, KeyAlgorithm.ED25519),
  /// A time, the cosigner's name and a checkpoint's origin, size and root,
  /// c2sp.org/tlog-cosignature.
  ML_DSA_44_COSIGNATURE(0x06, KeyAlgorithm.ML_DSA_44);

  private final int code;
  private final KeyAlgorithm algorithm;

  SignatureType(int code, KeyAlgorithm algorithm) {
    this.code = code;
    this.algorithm = algorithm;
  }

  public KeyAlgorithm algorithm() {
    return algorithm;
  }

  /// Whether a signature of this type bears a time and is about a checkpoint.
  public boolean isCosignature() {
    return this != ED25519;
  }

  int code() {
    return code;
  }

  static SignatureType of(byte code) {
    for (var type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    throw new MalformedException(
        "signature type", "0x" + HexFormat.of().toHexDigits(code) + " is not known here");
  }
}
