package dev.picturelock.endtoend;

import dev.picturelock.localstack.process.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/// Brings faults over a running stack.
final class Blows {

  private static final String POSTGRES = "postgres";
  private static final String KAFKA = "kafka";
  private static final List<String> STORES = List.of(POSTGRES, KAFKA);
  private static final List<String> SERVICES =
      Stream.of(Service.values()).map(Service::part).toList();
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration STANDING_STILL = Duration.ofSeconds(4);
  private static final Duration SHORTEST = Duration.ofMillis(500);
  private static final Duration RECOVERING = Duration.ofSeconds(5);
  // longer than the session of a consumer, so that the group goes on without it
  private static final Duration GIVEN_UP = Duration.ofSeconds(14);
  // as much as one file of PostgreSQL's own log has
  private static final int SEGMENT_BYTES = 16 * 1024 * 1024;
  private static final Duration MOMENT = Duration.ofMillis(100);

  private final RunningStack stack;
  private final Supplier<String> ledger;
  private final SplittableRandom random;
  private final Map<String, Long> ended = new HashMap<>();

  /// - **ledger** how far it has come, as far as it can be told
  Blows(RunningStack stack, Supplier<String> ledger, long seed) {
    this.stack = stack;
    this.ledger = ledger;
    this.random = new SplittableRandom(seed);
  }

  /// Whether this machine has what the fault is made with.
  static boolean isPossible(Fault fault) {
    return switch (fault) {
      case DISK_FULL, DISK_FULL_FOR_WAL -> SizeLimit.isPossible();
      case ZOMBIE_WRITER -> SecondProvenance.isPossible();
      case PROVENANCE_KILLED,
          INTAKE_KILLED,
          CLASSIFIER_KILLED,
          APPROVAL_KILLED,
          ALL_SERVICES_KILLED,
          POSTGRES_IMMEDIATE,
          POSTGRES_KILLED,
          BROKER_KILLED,
          BROKER_RESTARTED,
          TWO_AT_ONCE,
          KILLED_TWICE,
          STOOD_STILL ->
          true;
    };
  }

  /// Returns when the last harm is done, without waiting for what comes of it.
  void strike(Fault fault) {
    ended.clear();
    switch (fault) {
      case PROVENANCE_KILLED -> kill(Service.PROVENANCE.part());
      case INTAKE_KILLED -> kill(Service.INTAKE.part());
      case CLASSIFIER_KILLED -> kill(Service.CLASSIFIER.part());
      case APPROVAL_KILLED -> kill(Service.APPROVAL.part());
      case ALL_SERVICES_KILLED -> SERVICES.forEach(this::kill);
      case POSTGRES_IMMEDIATE -> send(POSTGRES, Signal.QUIT);
      case POSTGRES_KILLED -> kill(POSTGRES);
      case BROKER_KILLED -> kill(KAFKA);
      case BROKER_RESTARTED -> send(KAFKA, Signal.TERM);
      case TWO_AT_ONCE -> {
        kill(oneOf(STORES));
        kill(oneOf(SERVICES));
      }
      case KILLED_TWICE -> killTwice();
      case STOOD_STILL -> standStill(oneOf(SERVICES), upTo(GIVEN_UP));
      case ZOMBIE_WRITER -> zombie();
      case DISK_FULL -> fillTheDisk(SEGMENT_BYTES);
      case DISK_FULL_FOR_WAL -> fillTheDisk(SEGMENT_BYTES / 16);
    }
  }

  /// Whether everything that was ended runs again under another process id, and all parts are
  /// ready.
  boolean isOver() {
    return ended.keySet().stream().allMatch(this::isReplaced) && stack.isReady();
  }

  private boolean isReplaced(String part) {
    return stack.process(part).stream().anyMatch(now -> !ended.containsValue(now.pid()));
  }

  private void killTwice() {
    var part =
        random.nextInt(3) == 0 ? POSTGRES : oneOf(List.of("provenance", "provenance", "intake"));
    kill(part);
    Awaitility.await(part + " starts again").atMost(PATIENCE).until(() -> isReplaced(part));
    pause(upTo(RECOVERING));
    kill(part);
  }

  private void standStill(String part, Duration length) {
    var process = process(part);
    Signal.STOP.send(process);
    try {
      pause(length);
    } finally {
      Signal.CONT.send(process);
    }
  }

  /// The second instance is of the same group, so it is given what the first one held.
  private void zombie() {
    try (var second = SecondProvenance.start(stack, List.of())) {
      second.awaitReady();
      standStill("provenance", GIVEN_UP);
    }
  }

  /// The limit of the size of a file does to PostgreSQL what a full disk does: a write that needs
  /// more room fails. It holds until the ledger has come to a stop, or PostgreSQL has ended itself
  /// and may be back already, without a limit.
  private void fillTheDisk(int bytes) {
    var limited = process(POSTGRES);
    limit(Integer.toString(bytes));
    try {
      var before = new AtomicReference<>(ledger.get());
      Awaitility.await("the ledger stops")
          .atMost(PATIENCE)
          .pollInterval(STANDING_STILL)
          .until(() -> {
            var now = ledger.get();
            return before.getAndSet(now).equals(now) || !limited.isAlive();
          });
    } finally {
      limit(SizeLimit.NONE);
    }
  }

  private void limit(String bytes) {
    // a process that has gone meanwhile needs no limit
    family(process(POSTGRES)).forEach(process -> SizeLimit.set(process, bytes));
  }

  private void kill(String part) {
    var process = process(part);
    ended.put(part, process.pid());
    family(process).forEach(ProcessHandle::destroyForcibly);
    process.onExit().join();
  }

  private void send(String part, Signal signal) {
    var process = process(part);
    ended.put(part, process.pid());
    signal.send(process);
  }

  /// The parent first, so that it cannot do anything about its children.
  private static List<ProcessHandle> family(ProcessHandle process) {
    var family = new ArrayList<>(List.of(process));
    process.descendants().forEach(family::add);
    return family;
  }

  private ProcessHandle process(String part) {
    return Awaitility.await(part + " runs")
        .atMost(PATIENCE)
        .until(() -> stack.process(part).orElse(null), handle -> handle != null);
  }

  private Duration upTo(Duration most) {
    return Duration.ofMillis(random.nextLong(SHORTEST.toMillis(), most.toMillis()));
  }

  /// The length of the harm is part of the harm, so here time itself is what is waited for.
  private static void pause(Duration length) {
    long end = System.nanoTime() + length.toNanos();
    Awaitility.await("the harm lasts")
        .atMost(length.plus(PATIENCE))
        .pollInterval(MOMENT)
        .until(() -> System.nanoTime() - end >= 0);
  }

  private String oneOf(List<String> parts) {
    return parts.get(random.nextInt(parts.size()));
  }
}
