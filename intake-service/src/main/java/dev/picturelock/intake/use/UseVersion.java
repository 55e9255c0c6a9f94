package dev.picturelock.intake.use;

import dev.picturelock.contracts.event.FactConflict;
import dev.picturelock.contracts.facts.Facts;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A version of a reported use; never changed.
///
/// - **stated** the facts as reported, **facts** as they held under the tool's terms at that time
public record UseVersion(
    String title,
    String use,
    int version,
    @Nullable String description,
    @Nullable String tool,
    Facts stated,
    Facts facts,
    @Nullable UUID terms,
    List<FactConflict> conflicts,
    UUID eventId,
    String reportedBy,
    Instant reportedAt) {
  public UseVersion {
    conflicts = List.copyOf(conflicts);
  }

  /// What was reported, to compare it with another report.
  UseReport content() {
    return new UseReport(use, description, tool, stated.stated());
  }
}
