package dev.picturelock.benchmarks.stack;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicLong;

/// Makes registrations such as a render farm sends: a generated comp of a shot with its prompt, its
/// parameters, who ran it and what went in. Each is a new asset version, made at another time, so
/// that the terms of its tool are looked up anew.
///
/// - **run** distinguishes the assets of this run from those of all others
final class Registrations {
  private static final int EVERY_FOURTH = 4;
  private static final int SHA256_BYTES = 32;
  private static final Instant FIRST = Instant.parse("2026-11-20T10:00:00Z");
  private static final long DAY = Duration.ofDays(1).toSeconds();
  private static final Duration RUN = Duration.ofSeconds(252);

  private final String run;
  private final AtomicLong next = new AtomicLong();

  Registrations(String run) {
    this.run = run;
  }

  byte[] one() {
    return json(next.getAndIncrement()).getBytes(StandardCharsets.UTF_8);
  }

  /// A JSON array.
  byte[] batch(int size) {
    var items = new StringJoiner(",", "[", "]");
    for (int i = 0; i < size; i++) {
      items.add(json(next.getAndIncrement()));
    }
    return items.toString().getBytes(StandardCharsets.UTF_8);
  }

  private String json(long n) {
    var asset = "LOAD_%s_%07d_comp".formatted(run, n);
    var started = FIRST.plusSeconds(n % DAY);
    var talent = n % EVERY_FOURTH == 0 ? "\"performer:%d\"".formatted(n % 97) : "";
    return """
    {"asset": "%1$s", "version": "v001", "name": "%1$s_v001.mov", "mediaType": "video/quicktime",
     "digests": {"sha256": "%2$s"}, "size": %3$d, "contribution": "generated",
     "shot": {"episode": "104", "scene": "%4$03d", "shot": "%5$04d"},
     "use": "%6$s",
     "generation": {"tool": "%7$s", "toolVersion": "0.3.40", "model": "sdxl-base-1.0",
       "modelVersion": "be9edd61",
       "prompt": "crowd of dock workers at dusk, wet cobbles, sodium lamps, shot %3$d, 35 mm, grain",
       "negativePrompt": "blurry, text, watermark, extra fingers",
       "parameters": {"seed": "%3$d", "steps": "30", "cfg": "6.5", "sampler": "dpmpp_2m_karras"},
       "operator": "operator-%8$d", "account": "farm-%8$d",
       "startedAt": "%10$s", "endedAt": "%11$s"},
     "inputs": [{"asset": "LOAD_%4$03d_plate", "version": "v001"},
       {"source": "https://example.org/stock/%4$d", "kind": "production_image", "rights": "owned"}],
     "talent": [%9$s],
     "facts": {"prominence": "incidental", "keyCreativeElement": "no"}}\
    """
        .formatted(
            asset,
            sha256(n),
            73_400_320 + n,
            n % 120,
            n % 9_000,
            Target.USE,
            Target.TOOL,
            n % 12,
            talent,
            started,
            started.plus(RUN));
  }

  private static String sha256(long n) {
    var digest = new byte[SHA256_BYTES];
    new SplittableRandom(n).nextBytes(digest);
    return HexFormat.of().formatHex(digest);
  }
}
