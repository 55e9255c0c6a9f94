package dev.picturelock.kit.outbox;

import dev.picturelock.kit.sql.Sql;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// How many records of all instances wait for the broker: metric `picturelock.outbox.waiting`.
///
/// The database is asked at most five times a second, and counts only behind what is [Settled].
@ApplicationScoped
@IfBuildProperty(name = "picturelock.database", stringValue = "true", enableIfMissing = true)
public class Backlog {
  private static final long LOOK_AGAIN = Duration.ofMillis(200).toNanos();
  private static final String WAITING = "SELECT count(*) AS waiting FROM outbox WHERE position > ?";

  private final Sql sql;
  private final Settled settled;
  private final MeterRegistry meters;
  private final AtomicLong lookAt = new AtomicLong(System.nanoTime());
  private volatile long waiting;

  Backlog(Sql sql, Settled settled, MeterRegistry meters) {
    this.sql = sql;
    this.settled = settled;
    this.meters = meters;
  }

  void start(@Observes StartupEvent event) {
    meters.gauge("picturelock.outbox.waiting", this, Backlog::waiting);
  }

  /// As of a moment ago.
  public long waiting() {
    long now = System.nanoTime();
    long due = lookAt.get();
    // one thread looks, the others take what was seen last
    if (now - due >= 0 && lookAt.compareAndSet(due, now + LOOK_AGAIN)) {
      waiting = sql.first(WAITING, row -> row.integer("waiting"), settled.position()).orElse(0L);
    }
    return waiting;
  }
}
