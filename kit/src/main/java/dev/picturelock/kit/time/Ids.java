package dev.picturelock.kit.time;

import dev.picturelock.kit.event.Digest;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Makes ids: fresh ones that sort by time, derived ones that a repeat makes again.
@ApplicationScoped
public class Ids {
  private final InstantSource clock;
  private final RandomGenerator random;

  Ids(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /// A fresh UUIDv7 (RFC 9562, 5.7). Sorts by millisecond only.
  public UUID fresh() {
    return v7(clock.instant(), random);
  }

  static UUID v7(Instant at, RandomGenerator random) {
    long high = (at.toEpochMilli() << 16) | 0x7000L | (random.nextLong() & 0x0FFFL);
    long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  /// The time in a UUIDv7, to the millisecond; other ids tell none.
  public static Optional<Instant> timeOf(UUID id) {
    return id.version() == 7
        ? Optional.of(Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16))
        : Optional.empty();
  }

  /// The id of what follows from `cause` by way of `name`: UUIDv5 (RFC 9562, 5.5) with the causing
  /// event's id as name space.
  public static UUID derived(UUID cause, String name) {
    var bytes =
        ByteBuffer.allocate(16 + name.getBytes(StandardCharsets.UTF_8).length)
            .putLong(cause.getMostSignificantBits())
            .putLong(cause.getLeastSignificantBits())
            .put(name.getBytes(StandardCharsets.UTF_8))
            .array();
    var hash = ByteBuffer.wrap(Digest.sha1(bytes));
    long high = (hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x5000L;
    long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
