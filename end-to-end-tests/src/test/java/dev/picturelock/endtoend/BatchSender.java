package dev.picturelock.endtoend;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/// A sender of batches that does as the API says: whatever is not answered, or answered with 429 or
/// 503, is sent again with the same ids, after as long as `Retry-After` asks, until every item of
/// it is accepted.
///
/// - **name** distinguishes its assets from those of others
/// - **sizes** of its batches, one after the other
final class BatchSender implements Callable<Map<String, String>> {

  private static final List<Integer> AGAIN = List.of(429, 503);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Api api;
  private final String name;
  private final List<Integer> sizes;
  private final Runnable beforeEach;
  private int made;

  BatchSender(Api api, String name, List<Integer> sizes, Runnable beforeEach) {
    this.api = api;
    this.name = name;
    this.sizes = List.copyOf(sizes);
    this.beforeEach = beforeEach;
  }

  /// The event of each asset, as it was answered.
  @Override
  public Map<String, String> call() {
    var events = new HashMap<String, String>();
    for (int size : sizes) {
      var assets = new ArrayList<String>();
      for (int i = 0; i < size; i++) {
        assets.add("batch_%s_%05d".formatted(name, ++made));
      }
      beforeEach.run();
      events.putAll(accepted(assets));
    }
    return events;
  }

  private Map<String, String> accepted(List<String> assets) {
    var body =
        assets.stream()
            .map(asset -> Demo.generated(asset, asset, "v001", "a storm rises", "[]"))
            .toList()
            .toString();
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() - giveUp < 0) {
      var pause = PAUSE;
      try {
        var answer =
            api.post(Account.DEMO_TOOL, Service.INTAKE, "/v1/titles/demo/assets/batch", body);
        if (!AGAIN.contains(answer.status())) {
          return events(assets, answer.expect(200));
        }
        pause = answer.retryAfter().orElse(PAUSE);
      } catch (UncheckedIOException _) {
        // nobody answered, so we cannot know what was accepted: the same again
      }
      LockSupport.parkNanos(pause.toNanos());
    }
    throw new AssertionError("a batch of %s was not accepted within %s".formatted(name, PATIENCE));
  }

  private static Map<String, String> events(List<String> assets, Answer answer) {
    var events = new HashMap<String, String>();
    for (var item : answer.json().path("items")) {
      var status = item.path("status").asText();
      if (!List.of("accepted", "duplicate").contains(status)) {
        throw new AssertionError("an item was not accepted: " + item);
      }
      events.put(assets.get(item.path("index").asInt()), item.path("eventId").asText());
    }
    return events;
  }
}
