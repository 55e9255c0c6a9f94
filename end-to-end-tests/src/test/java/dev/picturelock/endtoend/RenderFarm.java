package dev.picturelock.endtoend;

import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Machines that register what they render, one thing after the other, and repeat each until it is
/// accepted.
final class RenderFarm implements AutoCloseable {

  private static final long PACE_MILLIS = 100;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int ACCEPTED = 202;
  private static final int UNAVAILABLE = 503;

  private final Api api;
  private final ScheduledExecutorService threads;
  private final List<Machine> machines = new ArrayList<>();
  private final Queue<Accepted> accepted = new ConcurrentLinkedQueue<>();
  private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
  private final AtomicInteger repeats = new AtomicInteger();
  private volatile boolean finishing;

  RenderFarm(Api api, int size) {
    this.api = api;
    this.threads = Executors.newScheduledThreadPool(size);
    for (int i = 0; i < size; i++) {
      var machine = new Machine(i);
      machines.add(machine);
      var _ = threads.scheduleWithFixedDelay(machine, 0, PACE_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /// A registration that was answered with 202.
  record Accepted(String asset, String eventId) {}

  /// Returns once that many more were accepted.
  void awaitMore(int registrations) {
    int wanted = accepted.size() + registrations;
    await(registrations + " more registrations")
        .atMost(PATIENCE)
        .until(() -> accepted.size() >= wanted);
  }

  /// Lets every machine bring what it has in hand to its end. Returns all that was accepted.
  List<Accepted> finish() {
    finishing = true;
    await("all machines are idle")
        .atMost(PATIENCE)
        .until(() -> machines.stream().allMatch(machine -> machine.idle));
    return List.copyOf(accepted);
  }

  /// Answers that neither accept nor ask to try again.
  List<String> surprises() {
    return List.copyOf(surprises);
  }

  int repeats() {
    return repeats.get();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private final class Machine implements Runnable {
    private final int number;
    private int made;
    private @Nullable String inHand;
    private volatile boolean idle;

    Machine(int number) {
      this.number = number;
    }

    @Override
    public void run() {
      if (inHand == null) {
        if (finishing) {
          idle = true;
          return;
        }
        inHand = "crash_%d_%05d".formatted(number, ++made);
      }
      try {
        send(inHand);
      } catch (UncheckedIOException _) {
        // nobody answered, so we cannot know whether it was accepted: the same again
        repeats.incrementAndGet();
      } catch (RuntimeException | AssertionError e) {
        surprises.add(inHand + ": " + e);
        inHand = null;
      }
    }

    private void send(String asset) {
      var registration = Demo.generated(asset, asset, "v001", "a wave breaks", "[]");
      var answer =
          api.post(Account.DEMO_TOOL, Service.INTAKE, "/v1/titles/demo/assets", registration);
      if (answer.status() == UNAVAILABLE) {
        repeats.incrementAndGet();
        return;
      }
      if (answer.status() == ACCEPTED) {
        accepted.add(new Accepted(asset, answer.eventId()));
      } else {
        surprises.add("%s: %d %s".formatted(asset, answer.status(), answer.text()));
      }
      inHand = null;
    }
  }
}
