package dev.picturelock.provenance.ledger.witness;

import dev.picturelock.provenance.ledger.log.Head;
import dev.picturelock.tlog.witness.WitnessResult;
import java.time.Duration;

/// A witness was asked to cosign a checkpoint, and this is what came of it.
///
/// - **witness** what the policy calls it
public record WitnessAnswered(String witness, Head head, WitnessResult result, Duration took) {}
