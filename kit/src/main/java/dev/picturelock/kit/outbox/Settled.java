package dev.picturelock.kit.outbox;

import dev.picturelock.kit.sql.Sql;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The position up to which the outbox is done with for ever: everything below was sent and
/// deleted, or rolled back.
///
/// Reading begins behind it. Without it every read would pass by what was deleted since the last
/// vacuum, which under load is a hundred times what is waiting.
///
/// Positions are given out before commit, so a position is settled only when no transaction is left
/// that may still commit one below: writers share a lock until they end, and for an instant we try
/// to have it alone. The lock ends with our transaction, and with the session where that breaks, so
/// no writer can be left waiting for it.
///
/// Nothing can be lost by this: a row stays in the table until the broker has acknowledged it, and
/// the position only says where reading begins. It is kept in memory, never stored, and forgotten
/// every few seconds (`picturelock.outbox.forget-after`); then all is read again, so that not even
/// a sequence set back by a crash of the database could hide a record for longer.
@ApplicationScoped
@IfBuildProperty(name = "picturelock.database", stringValue = "true", enableIfMissing = true)
class Settled {
  private static final String GIVEN_OUT =
      """
      SELECT CASE
          WHEN pg_try_advisory_xact_lock(hashtext(current_schema() || '.outbox.writers')) THEN
            (SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM outbox_position_seq)
          ELSE 0
        END AS given_out
      """;

  private final Sql sql;
  private final long forgetAfter;
  private long forgetAt;
  private volatile long position;

  Settled(Sql sql, @ConfigProperty(name = "picturelock.outbox.forget-after") Duration forgetAfter) {
    this.sql = sql;
    this.forgetAfter = forgetAfter.toNanos();
    this.forgetAt = System.nanoTime() + this.forgetAfter;
  }

  long position() {
    return position;
  }

  /// The last position given out so far, or 0 where a transaction is left that may still commit one
  /// below it. To be asked before the read that it is to be compared with.
  long decided() {
    return QuarkusTransaction.requiringNew()
        .call(() -> sql.first(GIVEN_OUT, row -> row.integer("given_out")).orElse(0L));
  }

  /// Everything up to here is sent and deleted.
  void upTo(long done) {
    position = Math.max(position, done);
    if (System.nanoTime() - forgetAt > 0) {
      forgetAt = System.nanoTime() + forgetAfter;
      position = 0;
    }
  }
}
