package dev.picturelock.provenance.ledger.witness;

import dev.picturelock.provenance.ledger.log.LogId;

/// A witness says that our past is not what it was. Whoever signs must stop until a person has
/// looked: the next signature could make the fork undeniable.
///
/// - **witness** what the policy calls it
public record WitnessAlarm(LogId log, String witness, Kind kind, String detail) {
  /// What the witness says.
  public enum Kind {
    /// It has cosigned a larger tree of this log than we have: ours was rolled back.
    AHEAD,
    /// The tree that it has cosigned is not the beginning of ours: ours was forked.
    INCONSISTENT
  }
}
