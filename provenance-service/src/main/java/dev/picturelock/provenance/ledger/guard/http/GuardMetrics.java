package dev.picturelock.provenance.ledger.guard.http;

import dev.picturelock.provenance.ledger.guard.ScrubPass;
import dev.picturelock.provenance.ledger.guard.Scrubber;
import dev.picturelock.provenance.ledger.guard.Signing;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToDoubleFunction;

/// The guard in figures. None of them names a title.
@ApplicationScoped
class GuardMetrics {
  private final MeterRegistry meters;
  private final Signing signing;
  private final Scrubber scrubber;
  private final List<Meter> told = new CopyOnWriteArrayList<>();

  GuardMetrics(MeterRegistry meters, Signing signing, Scrubber scrubber) {
    this.meters = meters;
    this.signing = signing;
    this.scrubber = scrubber;
  }

  void start(@Observes StartupEvent event) {
    gauge(
        "picturelock.ledger.signing.stopped",
        "1 when the ledger has stopped signing",
        signing,
        gate -> gate.state() instanceof Signing.Stopped ? 1 : 0);
    gauge(
        "picturelock.ledger.scrub.completed",
        "When the last scrub pass ended, in seconds since 1970; 0 before the first",
        scrubber,
        it -> it.last().map(GuardMetrics::end).orElse(0.0));
    gauge(
        "picturelock.ledger.scrub.damaged.logs",
        "Logs with damage in the last scrub pass",
        scrubber,
        it -> it.last().map(pass -> (double) pass.findings().size()).orElse(0.0));
    told.add(
        FunctionCounter.builder("picturelock.ledger.scrub.entries", scrubber, Scrubber::entriesEver)
            .description("Entries audited by the scrubber")
            .register(meters));
  }

  /// What is told of this instance ends with it, also where the next one lives in the same process.
  void stop(@Observes ShutdownEvent event) {
    told.forEach(meters::remove);
  }

  private <T> void gauge(String name, String what, T of, ToDoubleFunction<T> value) {
    told.add(
        Gauge.builder(name, of, value).description(what).strongReference(true).register(meters));
  }

  private static double end(ScrubPass.State pass) {
    return Objects.requireNonNull(pass.until()).toEpochMilli() / 1000.0;
  }
}
