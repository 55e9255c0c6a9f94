package dev.picturelock.benchmarks.stack;

import dev.picturelock.benchmarks.Latencies;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Registers a batch and fetches the receipt of each event as soon as it is accepted.
final class ReceiptRound implements Load.Call {
  private static final int OK = 200;

  private final Target target;
  private final Registrations registrations;
  private final String token;
  private final int batch;
  private final Queue<Long> waited = new ConcurrentLinkedQueue<>();
  private final AtomicInteger failed = new AtomicInteger();

  ReceiptRound(Target target, Registrations registrations, int batch) {
    this.target = target;
    this.registrations = registrations;
    this.token = target.toolToken();
    this.batch = batch;
  }

  @Override
  public HttpResponse<byte[]> send() throws IOException, InterruptedException {
    var accepted = target.send(target.batch(token, registrations.batch(batch)));
    long since = System.nanoTime();
    var ids = new ArrayList<String>();
    if (accepted.statusCode() == OK) {
      Target.json(accepted.body())
          .path("items")
          .forEach(item -> ids.add(item.path("eventId").asText()));
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      ids.forEach(id -> threads.execute(() -> receipt(id, since)));
    }
    return accepted;
  }

  private void receipt(String event, long since) {
    try {
      var answer = target.send(target.read(token, "/events/" + event + "/receipt?wait=30s"));
      if (answer.statusCode() == OK) {
        waited.add(System.nanoTime() - since);
      } else {
        failed.incrementAndGet();
      }
    } catch (IOException e) {
      failed.incrementAndGet();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// From accepted to receipt in hand, of every event so far.
  Latencies waited() {
    return Latencies.of(waited.stream().mapToLong(Long::longValue).toArray());
  }

  int failed() {
    return failed.get();
  }
}
