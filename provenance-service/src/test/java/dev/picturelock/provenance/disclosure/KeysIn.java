package dev.picturelock.provenance.disclosure;

import java.nio.file.Path;
import java.time.Duration;

/// Settings for tests that only need a folder of subject keys.
record KeysIn(Path subjectKeysDir) implements DisclosureConfig {
  @Override
  public Duration sweepPeriod() {
    return Duration.ofSeconds(10);
  }

  @Override
  public Duration eraseAgainAfter() {
    return Duration.ofSeconds(90);
  }
}
