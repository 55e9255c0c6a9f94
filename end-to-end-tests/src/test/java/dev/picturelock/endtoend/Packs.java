package dev.picturelock.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/// The policy packs as the classifier hands them out.
final class Packs {

  private final Api api;
  private final Map<String, String> digests = new HashMap<>();

  Packs(Api api) {
    this.api = api;
  }

  /// SHA-256 of the decision model of a pack that an event names by `id` and `version`.
  String sha256(JsonNode pack) {
    var name = pack.path("id").asText() + "@" + pack.path("version").asText();
    return digests.computeIfAbsent(name, this::digest);
  }

  private String digest(String name) {
    var request =
        api.as(Account.PRODUCER, Service.CLASSIFIER, "/v1/policy-packs/" + name)
            .header("Accept", "application/xml");
    return Demo.sha256(api.send(request).expect(200).body());
  }
}
