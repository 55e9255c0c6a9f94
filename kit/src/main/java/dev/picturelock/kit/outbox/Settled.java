package dev.picturelock.kit.outbox;

import dev.picturelock.kit.sql.Sql;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/// The position up to which the outbox is done with for ever: everything below was sent and
/// deleted, or rolled back.
///
/// Reading begins behind it. Without it every read would pass by what was deleted since the last
/// vacuum, which under load is a hundred times what is waiting.
///
/// Positions are given out before commit, so a position is settled only when no transaction is left
/// that may still commit one below: writers share a lock until they end, and for an instant we try
/// to have it alone. Every few seconds we forget and look at all again, so that not even a sequence
/// set back by a crash of the database could hide a record for longer.
@ApplicationScoped
@IfBuildProperty(name = "picturelock.database", stringValue = "true", enableIfMissing = true)
class Settled {
  private static final long FORGET = Duration.ofSeconds(5).toNanos();
  private static final String GIVEN_OUT =
      """
      SELECT CASE WHEN alone THEN given_out ELSE 0 END AS given_out,
             CASE WHEN alone THEN pg_advisory_unlock(key) END
      FROM (SELECT key, pg_try_advisory_lock(key) AS alone,
                   (SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM outbox_position_seq)
                     AS given_out
            FROM (SELECT hashtext(current_schema() || '.outbox.writers')::bigint AS key) AS k
            OFFSET 0) AS l
      """;

  private final Sql sql;
  private long forgetAt = System.nanoTime() + FORGET;
  private volatile long position;

  Settled(Sql sql) {
    this.sql = sql;
  }

  long position() {
    return position;
  }

  /// The last position given out so far, or 0 where a transaction is left that may still commit one
  /// below it. To be asked before the read that it is to be compared with.
  long decided() {
    return sql.first(GIVEN_OUT, row -> row.integer("given_out")).orElse(0L);
  }

  /// Everything up to here is sent and deleted.
  void upTo(long done) {
    position = Math.max(position, done);
    if (System.nanoTime() - forgetAt > 0) {
      forgetAt = System.nanoTime() + FORGET;
      position = 0;
    }
  }
}
