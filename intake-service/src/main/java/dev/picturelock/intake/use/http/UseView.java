package dev.picturelock.intake.use.http;

import dev.picturelock.contracts.event.FactConflict;
import dev.picturelock.intake.use.UseVersion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A version of a use.
///
/// - **stated** the facts as reported, **facts** as they held under the tool's terms, **terms** the
///   id of that snapshot
record UseView(
    String use,
    int version,
    @Nullable String description,
    @Nullable String tool,
    Map<String, Object> stated,
    Map<String, Object> facts,
    @Nullable UUID terms,
    List<FactConflict> conflicts,
    String reportedBy,
    Instant reportedAt,
    UUID eventId) {
  static UseView of(UseVersion use) {
    return new UseView(
        use.use(),
        use.version(),
        use.description(),
        use.tool(),
        use.stated().stated(),
        use.facts().stated(),
        use.terms(),
        use.conflicts(),
        use.reportedBy(),
        use.reportedAt(),
        use.eventId());
  }
}
