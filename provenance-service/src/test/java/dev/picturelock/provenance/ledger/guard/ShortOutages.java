package dev.picturelock.provenance.ledger.guard;

import java.time.Duration;

/// Settings for tests: what failed is tried again almost at once.
record ShortOutages(Duration longestOutage, Duration betweenTries) implements PatienceConfig {
  ShortOutages() {
    this(Duration.ofMinutes(2), Duration.ofMillis(10));
  }
}
