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
/// Positions are given out without gaps but for what was rolled back, and records leave in their
/// order, so the distance between the first and the last is the number; it costs two looks at the
/// ends of an index, however many there are. The database is asked at most five times a second.
@ApplicationScoped
@IfBuildProperty(name = "picturelock.database", stringValue = "true", enableIfMissing = true)
public class Backlog {
  private static final long LOOK_AGAIN = Duration.ofMillis(200).toNanos();
  private static final String WAITING =
      "SELECT coalesce(max(position) - min(position) + 1, 0) AS waiting FROM outbox";

  private final Sql sql;
  private final MeterRegistry meters;
  private final AtomicLong lookAt = new AtomicLong(System.nanoTime());
  private volatile long waiting;

  Backlog(Sql sql, MeterRegistry meters) {
    this.sql = sql;
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
      waiting = sql.first(WAITING, row -> row.integer("waiting")).orElse(0L);
    }
    return waiting;
  }
}
