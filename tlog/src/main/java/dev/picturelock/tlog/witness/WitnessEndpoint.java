package dev.picturelock.tlog.witness;

import dev.picturelock.tlog.note.VerifierKey;
import dev.picturelock.tlog.policy.KnownWitness;
import dev.picturelock.tlog.policy.Policy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Where a witness is asked, and the keys that it signs with.
///
/// A witness with several keys answers with all their cosignatures at once, and a second request
/// for the same checkpoint would only be a conflict: one URL is one endpoint.
///
/// - **submissionPrefix:** the URL before `/add-checkpoint`, without a slash at its end
public record WitnessEndpoint(String submissionPrefix, List<VerifierKey> keys) {

  public WitnessEndpoint {
    keys = List.copyOf(keys);
    if (keys.isEmpty() || submissionPrefix.isEmpty() || submissionPrefix.endsWith("/")) {
      throw new IllegalArgumentException(
          "want a URL without a slash at its end, and keys, got '%s' with %d keys"
              .formatted(submissionPrefix, keys.size()));
    }
  }

  /// The endpoints of all witnesses of a policy that have a URL, in the order of the policy.
  public static List<WitnessEndpoint> of(Policy policy) {
    var keys = new LinkedHashMap<String, List<VerifierKey>>();
    for (KnownWitness witness : policy.witnesses()) {
      if (witness.url() != null) {
        String prefix = witness.url().replaceFirst("/+$", "");
        keys.computeIfAbsent(prefix, _ -> new ArrayList<>()).add(witness.key());
      }
    }
    return keys.entrySet().stream()
        .map(endpoint -> new WitnessEndpoint(endpoint.getKey(), endpoint.getValue()))
        .toList();
  }

  String addCheckpointUrl() {
    return submissionPrefix + "/add-checkpoint";
  }
}
