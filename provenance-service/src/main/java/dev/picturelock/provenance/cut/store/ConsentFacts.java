package dev.picturelock.provenance.cut.store;

import dev.picturelock.provenance.cut.AssetState.Consent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is known of one consent.
///
/// @param statedAt the positions of everything that was said of it
/// @param starts, ends the first instant of its first day and that after its last, in UTC
record ConsentFacts(
    List<Long> statedAt,
    boolean recorded,
    @Nullable Instant starts,
    @Nullable Instant ends,
    boolean revoked) {
  static final ConsentFacts NONE = new ConsentFacts(List.of(), false, null, null, false);

  ConsentFacts {
    statedAt = List.copyOf(statedAt);
  }

  ConsentFacts then(ConsentFacts next) {
    return new ConsentFacts(
        Positions.joined(statedAt, next.statedAt),
        recorded || next.recorded,
        next.recorded ? next.starts : starts,
        next.recorded ? next.ends : ends,
        revoked || next.revoked);
  }

  Consent consent(String id, Instant at) {
    return new Consent(
        id,
        recorded,
        Optional.ofNullable(starts),
        Optional.ofNullable(ends).map(end -> end.minus(1, ChronoUnit.MICROS)),
        revoked ? Optional.of(at) : Optional.empty());
  }
}
