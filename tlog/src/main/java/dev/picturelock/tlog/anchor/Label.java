package dev.picturelock.tlog.anchor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.picturelock.tlog.note.VerifierKey;
import java.time.Instant;

/// The name of a log in one entry of the log of logs.
///
/// It is another one in every entry. Who knows the log's public key computes it; to everybody else
/// two labels of one log are as unlike as labels of two logs.
///
/// - **Shape:** base64url(SHA-256("picturelock log-of-logs label v1\n" ‖ raw public key ‖ time))
public record Label(String value) implements Comparable<Label> {

  private static final byte[] DOMAIN = "picturelock log-of-logs label v1\n".getBytes(UTF_8);

  public Label {
    Digest32.check("label", value);
  }

  /// The label of the log with this key in the entry of this time.
  public static Label of(VerifierKey log, Instant time) {
    return new Label(
        Digest32.of(DOMAIN, log.publicKey().toBytes(), AnchorTime.format(time).getBytes(UTF_8)));
  }

  /// The order of canonical JSON (RFC 8785, sorting of object properties).
  @Override
  public int compareTo(Label other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
