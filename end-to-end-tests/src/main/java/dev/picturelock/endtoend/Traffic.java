package dev.picturelock.endtoend;

import dev.picturelock.endtoend.Promises.Promise;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;

/// Registrations at a fixed rate, whether or not earlier ones were answered.
///
/// Each sender does as the API says: what is not answered, or answered with 429 or 503, it sends
/// again with the same ids until it is accepted. Every batch has one item that must be refused.
final class Traffic implements AutoCloseable {

  static final String REFUSED = "refused_";

  private static final List<Integer> AGAIN = List.of(429, 503);
  private static final int BATCH_ACCEPTED = 200;
  private static final int ACCEPTED = 202;
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int TICKS_PER_SECOND = 10;
  private static final int MOST_SENDERS = 600;
  private static final int BATCH = 50;
  private static final int LARGE_BATCH = 1_000;
  private static final int LARGE_ONE_IN = 25;

  private final Api api;
  private final List<String> titles;
  private final double singlesPerTick;
  private final double batchedPerTick;
  private final Promises promises;
  private final SplittableRandom random;
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicLong made = new AtomicLong();
  private final AtomicInteger senders = new AtomicInteger();
  private double singles;
  private double batched;
  private volatile boolean flowing;
  private volatile boolean closed;

  Traffic(Api api, List<String> titles, int perSecond, Promises promises, long seed) {
    this.api = api;
    this.titles = titles;
    this.singlesPerTick = perSecond / 3.0 / TICKS_PER_SECOND;
    this.batchedPerTick = perSecond * 2 / 3.0 / TICKS_PER_SECOND;
    this.promises = promises;
    this.random = new SplittableRandom(seed);
    long period = TimeUnit.SECONDS.toMillis(1) / TICKS_PER_SECOND;
    var _ = clock.scheduleAtFixedRate(this::tick, period, period, TimeUnit.MILLISECONDS);
  }

  void flow() {
    flowing = true;
  }

  /// Sends nothing new.
  void stop() {
    flowing = false;
  }

  /// Sends nothing new and returns once everything sent is answered.
  void ebb() {
    stop();
    Awaitility.await("everything sent is answered")
        .atMost(PATIENCE)
        .until(() -> senders.get() == 0);
  }

  /// Returns once that many more promises were made.
  void awaitMore(int wanted) {
    int enough = promises.count() + wanted;
    Awaitility.await(wanted + " more promises")
        .atMost(PATIENCE)
        .until(() -> promises.count() >= enough);
  }

  @Override
  public void close() {
    flowing = false;
    closed = true;
    clock.shutdownNow();
    threads.shutdownNow();
  }

  private void tick() {
    if (!flowing || senders.get() >= MOST_SENDERS) {
      return;
    }
    for (singles += singlesPerTick; singles >= 1; singles--) {
      send(new Parcel(title(), List.of(asset()), false));
    }
    batched += batchedPerTick;
    if (batched > 0) {
      int size = random.nextInt(LARGE_ONE_IN) == 0 ? LARGE_BATCH : BATCH;
      batched -= size;
      var assets = new ArrayList<String>();
      for (int i = 1; i < size; i++) {
        assets.add(asset());
      }
      assets.add(REFUSED + asset());
      send(new Parcel(title(), assets, true));
    }
  }

  private String title() {
    return titles.get(random.nextInt(titles.size()));
  }

  private String asset() {
    return "crash_%07d".formatted(made.incrementAndGet());
  }

  private void send(Parcel parcel) {
    senders.incrementAndGet();
    threads.execute(() -> {
      try {
        deliver(parcel);
      } catch (RuntimeException | AssertionError e) {
        if (!closed) {
          promises.surprise(parcel.path() + ": " + e);
        }
      } finally {
        senders.decrementAndGet();
      }
    });
  }

  private void deliver(Parcel parcel) {
    while (!closed) {
      var pause = PAUSE;
      try {
        var answer = api.post(Account.CAMPAIGN_TOOL, Service.INTAKE, parcel.path(), parcel.body());
        if (!AGAIN.contains(answer.status())) {
          take(parcel, answer);
          return;
        }
        pause = answer.retryAfter().orElse(PAUSE);
      } catch (UncheckedIOException _) {
        // nobody answered, so we cannot know what was accepted: the same again
      }
      LockSupport.parkNanos(Math.min(pause.toNanos(), LONGEST_PAUSE.toNanos()));
    }
  }

  private void take(Parcel parcel, Answer answer) {
    if (!parcel.isBatch()) {
      promises.add(
          new Promise(
              parcel.title(), answer.expect(ACCEPTED).eventId(), parcel.assets().getFirst()));
      return;
    }
    var items = answer.expect(BATCH_ACCEPTED).json().path("items");
    if (items.size() != parcel.assets().size()) {
      promises.surprise("want %d items, got %s".formatted(parcel.assets().size(), answer.text()));
    }
    for (var item : items) {
      var asset = parcel.assets().get(item.path("index").asInt());
      var status = item.path("status").asText();
      boolean refused = status.equals("rejected");
      if (refused != asset.startsWith(REFUSED)) {
        promises.surprise("%s: %s".formatted(asset, item));
      } else if (!refused) {
        promises.add(new Promise(parcel.title(), item.path("eventId").asText(), asset));
      }
    }
  }

  /// What is sent in one request.
  private record Parcel(String title, List<String> assets, boolean isBatch) {

    String path() {
      return "/v1/titles/%s/assets%s".formatted(title, isBatch ? "/batch" : "");
    }

    String body() {
      var registrations = assets.stream().map(Parcel::registration).toList();
      return isBatch ? registrations.toString() : registrations.getFirst();
    }

    private static String registration(String asset) {
      var registration = Demo.generated(asset, asset, "v001", "a wave breaks", "[]");
      return asset.startsWith(REFUSED)
          ? registration.replace(Demo.TOOL, "no-such-tool")
          : registration;
    }
  }
}
