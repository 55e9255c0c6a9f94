package dev.picturelock.provenance.cut.store;

import dev.picturelock.provenance.cut.AssetState.Approval;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A written approval, with what became of it.
///
/// @param position where it was granted
/// @param statedAt the positions of everything that was said of it
/// @param until exclusive end, as the event has it
/// @param revoked, expired that an event says so, seen from the asked position
record Grant(
    UUID id,
    long position,
    List<Long> statedAt,
    String subject,
    @Nullable String use,
    @Nullable String scope,
    @Nullable String factsSha256,
    @Nullable Instant until,
    boolean revoked,
    boolean expired) {

  Grant {
    statedAt = List.copyOf(statedAt);
  }

  Grant ended(String status, long at) {
    return new Grant(
        id,
        position,
        Positions.joined(statedAt, List.of(at)),
        subject,
        use,
        scope,
        factsSha256,
        until,
        revoked || status.equals("REVOKED"),
        expired || status.equals("EXPIRED"));
  }

  boolean coversUse(@Nullable String other) {
    return "use".equals(scope) && use != null && use.equals(other);
  }

  boolean isExpired(Instant at) {
    return expired || (until != null && !at.isBefore(until));
  }

  /// An event that is in view has happened, whatever the clock of its sender said.
  Approval approval(Instant at) {
    Optional<Instant> lastMoment =
        expired
            ? Optional.of(at.minus(1, ChronoUnit.MICROS))
            : Optional.ofNullable(until).map(end -> end.minus(1, ChronoUnit.MICROS));
    return new Approval(id.toString(), lastMoment, revoked ? Optional.of(at) : Optional.empty());
  }
}
