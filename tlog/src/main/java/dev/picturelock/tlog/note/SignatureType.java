package dev.picturelock.tlog.note;

import dev.picturelock.tlog.MalformedException;
import java.util.HexFormat;

/// What a key signs, as the byte before the public key says.
public enum SignatureType {
  /// The note's text, c2sp.org/signed-note.
  ED25519(0x01),
  /// A time and a checkpoint, c2sp.org/tlog-cosignature.
  ED25519_COSIGNATURE(0x04);

  private final int code;

  SignatureType(int code) {
    this.code = code;
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
