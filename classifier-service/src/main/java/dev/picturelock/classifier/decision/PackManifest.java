package dev.picturelock.classifier.decision;

import java.time.LocalDate;

/// What a pack says of itself in its `pack.json`.
///
/// - **effectiveFrom** first day the rule book applied; its source names the month only
/// - **sourcePageDate** day of the copy of the source page the rules were written from
public record PackManifest(
    String id,
    String version,
    String title,
    LocalDate effectiveFrom,
    String sourcePage,
    LocalDate sourcePageDate) {
  /// Id and version in one word, as events may name a pack.
  public String name() {
    return id + "@" + version;
  }
}
