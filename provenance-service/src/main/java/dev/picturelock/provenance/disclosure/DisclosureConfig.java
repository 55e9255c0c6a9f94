package dev.picturelock.provenance.disclosure;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.time.Duration;

/// Settings of the values behind events.
@ConfigMapping(prefix = "picturelock.disclosures")
public interface DisclosureConfig {
  /// Folder of the keys per subject. Not to be backed up with the database, or a backup gives back
  /// what was erased; it needs no backup as long as the topic of the values is kept. No default.
  Path subjectKeysDir();

  /// How often what an erasure left undone is looked for.
  Duration sweepPeriod();

  /// When the records of erased values are erased from their topic once more: later than
  /// `segment.ms` of the topic, because only a record that comes later makes a quiet partition
  /// begin a new segment, and the segment that grows is never compacted.
  Duration eraseAgainAfter();
}
