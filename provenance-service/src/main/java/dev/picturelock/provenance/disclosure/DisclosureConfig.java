package dev.picturelock.provenance.disclosure;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.time.Duration;

/// Settings of the values behind events.
@ConfigMapping(prefix = "picturelock.disclosures")
public interface DisclosureConfig {
  /// Folder of the keys per subject. Never to be backed up: a backup gives back what was erased,
  /// and what was not comes back from its topic. No default.
  Path subjectKeysDir();

  /// How often what an erasure left undone is looked for.
  Duration sweepPeriod();

  /// When the records of erased values are erased from their topic once more: later than
  /// `segment.ms` of the topic, because only a record that comes later makes a quiet partition
  /// begin a new segment, and the segment that grows is never compacted.
  Duration eraseAgainAfter();
}
