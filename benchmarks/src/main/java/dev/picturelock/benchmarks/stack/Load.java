package dev.picturelock.benchmarks.stack;

import dev.picturelock.benchmarks.Latencies;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/// Sends requests and measures how long each takes.
///
/// - **closed** N connections, each sends its next request when the last one is answered: how much
///   goes through
/// - **open** requests are sent at fixed times whether or not earlier ones are answered: how long
///   senders wait at a given rate. The clock of a request starts when it should have been sent, so
///   that a stall counts for everybody who would have come during it.
final class Load {
  private static final int NO_ANSWER = 0;

  /// 304 is for who has it already.
  private static final Set<Integer> ACCEPTED = Set.of(200, 202, 304);

  private Load() {}

  /// One request, sent and answered.
  @FunctionalInterface
  interface Call {
    HttpResponse<byte[]> send() throws IOException, InterruptedException;
  }

  /// A request's end: its HTTP status, or 0 where no answer came.
  private record End(int status, long nanos) {}

  /// What came of a load.
  ///
  /// - **statuses** how many answers had which status; 0 stands for no answer
  /// - **latencies** of those that were accepted
  record Result(Duration took, Latencies latencies, TreeMap<Integer, Integer> statuses) {

    double perSecond(int registrationsInEach) {
      return latencies.count() * (double) registrationsInEach / (took.toNanos() / 1e9);
    }

    boolean allAccepted() {
      return latencies.count() == statuses.values().stream().mapToInt(n -> n).sum();
    }
  }

  static Result closed(int connections, Duration length, Call call) {
    var ends = new ConcurrentLinkedQueue<End>();
    long start = System.nanoTime();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < connections; i++) {
        threads.execute(() -> {
          while (System.nanoTime() - start < length.toNanos()) {
            ends.add(sent(System.nanoTime(), call));
          }
        });
      }
    }
    return result(System.nanoTime() - start, ends);
  }

  static Result open(double requestsPerSecond, Duration length, Call call) {
    var ends = new ConcurrentLinkedQueue<End>();
    long gap = (long) (1e9 / requestsPerSecond);
    long start = System.nanoTime();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (long due = start; due - start < length.toNanos(); due += gap) {
        waitUntil(due);
        long intended = due;
        threads.execute(() -> ends.add(sent(intended, call)));
      }
    }
    return result(System.nanoTime() - start, ends);
  }

  static void waitUntil(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private static End sent(long from, Call call) {
    try {
      var answer = call.send();
      return new End(answer.statusCode(), System.nanoTime() - from);
    } catch (IOException e) {
      return new End(NO_ANSWER, System.nanoTime() - from);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new End(NO_ANSWER, System.nanoTime() - from);
    }
  }

  private static Result result(long took, Iterable<End> ends) {
    var statuses = new TreeMap<Integer, Integer>();
    var accepted = new ArrayList<End>();
    for (var end : ends) {
      statuses.merge(end.status(), 1, Integer::sum);
      if (ACCEPTED.contains(end.status())) {
        accepted.add(end);
      }
    }
    return new Result(
        Duration.ofNanos(took),
        Latencies.of(accepted.stream().mapToLong(End::nanos).toArray()),
        statuses);
  }
}
