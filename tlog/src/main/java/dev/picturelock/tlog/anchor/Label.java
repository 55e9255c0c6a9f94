package dev.picturelock.tlog.anchor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.picturelock.tlog.note.VerifierKey;
import java.time.Instant;
import java.util.random.RandomGenerator;

/// The name of a log in one entry of the log of logs.
///
/// It is another one in every entry. Who knows the log's verifier key computes it; to everybody
/// else two labels of one log are as unlike as labels of two logs.
///
/// - **Shape:** base64url(SHA-256("picturelock log-of-logs label v1\n" ‖ verifier key ‖ "\n" ‖
///   time)), the verifier key in its text form: it names the log, also where two share a public key
public record Label(String value) implements Comparable<Label> {

  private static final byte[] DOMAIN = "picturelock log-of-logs label v1\n".getBytes(UTF_8);

  public Label {
    Digest32.check("label", value);
  }

  /// The label of the log with this key in the entry of this time.
  public static Label of(VerifierKey log, Instant time) {
    var named = log.format() + "\n" + AnchorTime.format(time);
    return new Label(Digest32.of(DOMAIN, named.getBytes(UTF_8)));
  }

  /// One of no log.
  public static Label random(RandomGenerator random) {
    return new Label(Digest32.random(random));
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
