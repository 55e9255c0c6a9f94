package dev.picturelock.tlog.witness;

import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.policy.PolicyResult;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What asking all witnesses came to.
///
/// - **checkpoint:** with the cosignatures that came in, however few
/// - **verdict:** whether they are enough
/// - **results:** of each witness, in the order of the policy
public record Witnessed(
    SignedCheckpoint checkpoint,
    PolicyResult verdict,
    Map<WitnessEndpoint, WitnessResult> results) {

  public Witnessed {
    results = Collections.unmodifiableMap(new LinkedHashMap<>(results));
  }
}
