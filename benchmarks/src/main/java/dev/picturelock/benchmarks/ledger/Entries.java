package dev.picturelock.benchmarks.ledger;

import dev.picturelock.benchmarks.Assembly;
import dev.picturelock.kit.time.Ids;
import dev.picturelock.provenance.ledger.log.Entry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Makes entries: ids as events have them, and bytes of one length that no compression shortens
/// much.
final class Entries {
  private static final String ALPHABET =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";

  private final Random random = new Random(1);
  private final Ids ids =
      new Assembly()
          .with(random)
          .with(Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000)))
          .get(Ids.class);
  private final int length;

  Entries(int length) {
    this.length = length;
  }

  List<Entry> next(int count) {
    var entries = new ArrayList<Entry>(count);
    for (int i = 0; i < count; i++) {
      entries.add(one());
    }
    return entries;
  }

  private Entry one() {
    var id = ids.fresh();
    var bytes = new byte[length];
    random.nextBytes(bytes);
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) ALPHABET.charAt(bytes[i] & (ALPHABET.length() - 1));
    }
    var head = ("{\"id\":\"" + id + "\",\"data\":\"").getBytes(StandardCharsets.UTF_8);
    System.arraycopy(head, 0, bytes, 0, Math.min(head.length, length));
    return new Entry(id, bytes);
  }
}
