package dev.picturelock.provenance.ledger.guard;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/// How long what arrives waits for something that does not answer.
@ConfigMapping(prefix = "picturelock.patience")
public interface PatienceConfig {
  /// Time from the first try on in which another one may begin; two minutes by default.
  Duration longestOutage();

  /// Time between two tries; two seconds by default.
  Duration betweenTries();
}
