package dev.picturelock.benchmarks.stack;

import dev.picturelock.benchmarks.Assembly;
import dev.picturelock.contracts.event.AssetRegistered;
import dev.picturelock.contracts.event.Digests;
import dev.picturelock.contracts.event.Event;
import dev.picturelock.contracts.event.Input;
import dev.picturelock.contracts.event.ShotRef;
import dev.picturelock.kit.event.EventCodec;
import dev.picturelock.kit.time.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Registrations of assets that no AI had a part in, as intake would state them: the ledger and the
/// lineage take them, nobody else has work with them.
final class PlainEvents {
  private static final int SHA256_BYTES = 32;

  private final Clock clock = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
  private final Random random = new Random(clock.millis());
  private final Ids ids = new Assembly().with(clock).with(random).get(Ids.class);
  private final String title;
  private int next;

  PlainEvents(String title) {
    this.title = title;
  }

  /// How long one is.
  static int bytes() {
    return new PlainEvents("demo").one().length;
  }

  byte[] one() {
    var asset = "LOAD_%07d_plate".formatted(next++);
    var event =
        new Event(
            ids.fresh(),
            "/picturelock/intake-service",
            "asset/" + asset + "/v001",
            clock.instant(),
            title,
            null,
            "client:demo-tool",
            new AssetRegistered(
                asset,
                "v001",
                "image/x-exr",
                new Digests(sha256(), null),
                73_400_320L,
                "none",
                new ShotRef(null, "104", "065", "010"),
                null,
                null,
                List.of(new Input(null, null, sha256(), null, null, null)),
                List.of(),
                List.of(),
                Map.of(),
                null,
                List.of(),
                "netflix-genai-2025-08@1.0.0",
                List.of(),
                null));
    return EventCodec.encode(event);
  }

  private String sha256() {
    var digest = new byte[SHA256_BYTES];
    random.nextBytes(digest);
    return HexFormat.of().formatHex(digest);
  }
}
