package dev.picturelock.intake.tool.http;

import dev.picturelock.intake.tool.RecordedTerms;
import dev.picturelock.intake.tool.Tool;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A tool as it is described now, with the snapshots of its terms, newest first.
record ToolView(
    String tool,
    String name,
    @Nullable String vendor,
    @Nullable String kind,
    @Nullable String homepage,
    String changedBy,
    Instant changedAt,
    UUID eventId,
    List<TermsView> terms) {
  static ToolView of(Tool tool, List<RecordedTerms> terms) {
    return new ToolView(
        tool.id(),
        tool.name(),
        tool.vendor(),
        tool.kind(),
        tool.homepage(),
        tool.changedBy(),
        tool.changedAt(),
        tool.eventId(),
        terms.stream().map(TermsView::of).toList());
  }
}
