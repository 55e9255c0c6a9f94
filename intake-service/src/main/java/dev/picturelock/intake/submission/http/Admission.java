package dev.picturelock.intake.submission.http;

import dev.picturelock.intake.submission.IntakeConfig;
import dev.picturelock.kit.outbox.Backlog;
import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Lets in what can be handled, and turns the rest away before any of it is read or stored.
///
/// When the broker is slow, records pile up in the outbox and requests wait for their
/// acknowledgements. Both are bounded here, so that a slow broker costs senders a repeat and not
/// the service its threads, connections and memory.
@ApplicationScoped
class Admission {
  private final Backlog backlog;
  private final IntakeConfig config;
  private final MeterRegistry meters;
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicLong bytes = new AtomicLong();

  Admission(Backlog backlog, IntakeConfig config, MeterRegistry meters) {
    this.backlog = backlog;
    this.config = config;
    this.meters = meters;
    meters.gauge("picturelock.intake.requests.in.flight", requests);
    meters.gauge("picturelock.intake.bytes.in.flight", bytes);
  }

  /// A request that was let in; closed when it is answered.
  final class Admitted implements AutoCloseable {
    private final long size;

    private Admitted(long size) {
      this.size = size;
    }

    @Override
    public void close() {
      requests.decrementAndGet();
      bytes.addAndGet(-size);
    }
  }

  /// - **size** of the body in bytes
  /// - **Errors:** TOO_MANY_REQUESTS; nothing was read or stored
  Admitted enter(long size) {
    var admitted = new Admitted(size);
    int all = requests.incrementAndGet();
    long allBytes = bytes.addAndGet(size);
    try {
      require(all <= config.maxInFlight(), "requests", "submissions at work");
      // One that is alone is let in whatever its size: what a body may hold is not decided here.
      require(
          all == 1 || allBytes <= config.maxBytesInFlight(),
          "bytes",
          "bytes of submissions at work");
      require(backlog.waiting() <= config.maxWaiting(), "broker", "events waiting for the broker");
      return admitted;
    } catch (RuntimeException refused) {
      admitted.close();
      throw refused;
    }
  }

  private void require(boolean holds, String limit, String what) {
    if (!holds) {
      meters.counter("picturelock.intake.turned.away", "limit", limit).increment();
      throw new ProblemException(
          ProblemType.TOO_MANY_REQUESTS,
          "too many " + what + "; nothing was stored, send it again after a moment");
    }
  }
}
