package dev.picturelock.policy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// The bytes of a decision model, whose SHA-256 names the pack's exact rules.
public final class DmnText {
  private final byte[] bytes;
  private final String sha256;

  public DmnText(byte[] bytes) {
    this.bytes = bytes.clone();
    this.sha256 = Sha256.hex(this.bytes);
  }

  /// Lower-case hex.
  public String sha256() {
    return sha256;
  }

  /// A copy of the file as it is.
  public byte[] bytes() {
    return bytes.clone();
  }

  /// The file as text.
  @Override
  public String toString() {
    return StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes)).toString();
  }
}
