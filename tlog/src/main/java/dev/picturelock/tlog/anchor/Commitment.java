package dev.picturelock.tlog.anchor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.picturelock.tlog.checkpoint.Checkpoint;
import java.util.random.RandomGenerator;

/// What an entry of the log of logs says about a log's checkpoint: base64url(SHA-256(note text)).
///
/// The text has the root in it, which nobody can guess who does not know the entries.
public record Commitment(String value) {

  public Commitment {
    Digest32.check("commitment", value);
  }

  public static Commitment of(Checkpoint checkpoint) {
    return new Commitment(Digest32.of(checkpoint.text().getBytes(UTF_8)));
  }

  /// One of no checkpoint.
  public static Commitment random(RandomGenerator random) {
    return new Commitment(Digest32.random(random));
  }

  @Override
  public String toString() {
    return value;
  }
}
