package dev.picturelock.provenance.cut;

import dev.picturelock.provenance.lineage.Position;
import java.time.Instant;

/// What is looked at: the events below a ledger position, judged at a moment.
///
/// @param moment decides what has expired
public record AsOf(Position position, Instant moment) {}
