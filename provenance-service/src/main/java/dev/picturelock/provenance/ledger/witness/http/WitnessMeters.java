package dev.picturelock.provenance.ledger.witness.http;

import dev.picturelock.provenance.ledger.log.LogId;
import dev.picturelock.provenance.ledger.witness.QuorumWatch;
import dev.picturelock.provenance.ledger.witness.WitnessAlarm;
import dev.picturelock.provenance.ledger.witness.WitnessAnswered;
import dev.picturelock.tlog.witness.WitnessResult;
import dev.picturelock.tlog.witness.WitnessResult.Ahead;
import dev.picturelock.tlog.witness.WitnessResult.Cosigned;
import dev.picturelock.tlog.witness.WitnessResult.Refused;
import dev.picturelock.tlog.witness.WitnessResult.Unreachable;
import dev.picturelock.tlog.witness.WitnessResult.Unusable;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/// What the witnesses do, as metrics `picturelock.witness.*`. No metric names a title.
@ApplicationScoped
class WitnessMeters {
  private final MeterRegistry meters;
  private final QuorumWatch quorum;
  private final InstantSource clock;
  private final Map<String, AtomicLong> accepted = new ConcurrentHashMap<>();
  private final List<Gauge> gauges = new CopyOnWriteArrayList<>();

  WitnessMeters(MeterRegistry meters, QuorumWatch quorum, InstantSource clock) {
    this.meters = meters;
    this.quorum = quorum;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    if (quorum.isOn()) {
      gauges.add(
          Gauge.builder("picturelock.witness.quorum.missing.seconds", this, WitnessMeters::missing)
              .register(meters));
    }
  }

  /// What is told of this instance ends with it, also where the next one lives in the same process.
  void stop(@Observes ShutdownEvent event) {
    gauges.forEach(meters::remove);
  }

  void on(@Observes WitnessAnswered answered) {
    meters
        .counter(
            "picturelock.witness.answers",
            "witness",
            answered.witness(),
            "answer",
            kind(answered.result()))
        .increment();
    meters
        .timer("picturelock.witness.latency", "witness", answered.witness())
        .record(answered.took());
    if (answered.result() instanceof Cosigned
        && answered.head().titleId().equals(LogId.LOG_OF_LOGS)) {
      accepted(answered.witness()).set(answered.head().size().value());
    }
  }

  void on(@Observes WitnessAlarm alarm) {
    meters
        .counter(
            "picturelock.witness.alarms", "witness", alarm.witness(), "kind", alarm.kind().name())
        .increment();
  }

  /// The size of the log of logs that the witness cosigned last.
  private AtomicLong accepted(String witness) {
    return accepted.computeIfAbsent(
        witness,
        name -> {
          var size = new AtomicLong();
          gauges.add(
              Gauge.builder("picturelock.witness.accepted.size", size, AtomicLong::get)
                  .tag("witness", name)
                  .register(meters));
          return size;
        });
  }

  private double missing() {
    return quorum
        .missingSince()
        .map(since -> Duration.between(since, clock.instant()).toMillis() / 1_000.0)
        .orElse(0.0);
  }

  private static String kind(WitnessResult result) {
    return switch (result) {
      case Cosigned _ -> "cosigned";
      case Ahead _ -> "ahead";
      case Refused(var refusal) -> "refused-" + refusal.status();
      case Unusable _ -> "unusable";
      case Unreachable _ -> "unreachable";
    };
  }
}
