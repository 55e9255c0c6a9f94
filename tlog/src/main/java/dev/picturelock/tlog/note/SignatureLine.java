package dev.picturelock.tlog.note;

import dev.picturelock.tlog.CanonicalText;
import dev.picturelock.tlog.MalformedException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/// One signature below a note: who claims to have signed, and the claim, not yet checked.
///
/// - **base64:** four bytes of key id, then the signature; canonical
public record SignatureLine(String name, String base64) {

  private static final String DASH = "— ";

  public SignatureLine {
    KeyName.check(name);
    int length = CanonicalText.base64("signature", base64).length;
    if (length <= KeyId.BYTES) {
      throw new MalformedException("signature", "only " + length + " bytes");
    }
  }

  static SignatureLine of(String name, KeyId id, byte[] signature) {
    byte[] bytes =
        ByteBuffer.allocate(KeyId.BYTES + signature.length)
            .putInt(id.value())
            .put(signature)
            .array();
    return new SignatureLine(name, Base64.getEncoder().encodeToString(bytes));
  }

  /// Reads a line without its line end.
  public static SignatureLine parse(String line) {
    int blank = line.lastIndexOf(' ');
    if (!line.startsWith(DASH) || blank < DASH.length()) {
      throw new MalformedException(
          "signature line", "want '— <name> <base64>', got " + CanonicalText.quote(line));
    }
    return new SignatureLine(line.substring(DASH.length(), blank), line.substring(blank + 1));
  }

  public KeyId keyId() {
    return new KeyId(ByteBuffer.wrap(bytes()).getInt());
  }

  /// The line with its line end.
  public String format() {
    return DASH + name + " " + base64 + "\n";
  }

  byte[] signature() {
    byte[] bytes = bytes();
    return Arrays.copyOfRange(bytes, KeyId.BYTES, bytes.length);
  }

  private byte[] bytes() {
    return CanonicalText.base64("signature", base64);
  }
}
