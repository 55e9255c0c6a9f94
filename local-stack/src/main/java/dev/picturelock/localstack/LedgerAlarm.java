package dev.picturelock.localstack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/// The sentence in which the ledger says why it has stopped signing, out of its readiness.
final class LedgerAlarm {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private LedgerAlarm() {}

  static Optional<String> in(String readiness) {
    try {
      for (var check : JSON.readTree(readiness).path("checks")) {
        if (check.path("name").asText().equals("ledger") && check.at("/data/alarm").isTextual()) {
          return Optional.of(check.at("/data/alarm").asText());
        }
      }
      return Optional.empty();
    } catch (JsonProcessingException notReadiness) {
      return Optional.empty();
    }
  }
}
