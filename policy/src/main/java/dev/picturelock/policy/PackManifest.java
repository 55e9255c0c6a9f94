package dev.picturelock.policy;

import dev.picturelock.contracts.policy.PolicyPackName;
import java.time.LocalDate;
import java.util.List;

/// What a pack says of itself in its `pack.json`.
///
/// - **effectiveFrom** first day the rule book applied; its source names the month only
/// - **interpretations** what the source leaves open and how the rules decide it
/// - **sourcePageDate** day of the copy of the source page the rules were written from
public record PackManifest(
    String id,
    String version,
    String title,
    LocalDate effectiveFrom,
    String sourcePage,
    LocalDate sourcePageDate,
    List<Interpretation> interpretations) {
  public PackManifest {
    interpretations = List.copyOf(interpretations);
  }

  /// A decision on record, named in the source of the rules it shaped.
  public record Interpretation(String id, String text) {}

  /// Id and version in one word, as events name a pack.
  ///
  /// - **Errors:** [IllegalArgumentException] for what cannot be a name
  public PolicyPackName name() {
    return new PolicyPackName(id, version);
  }
}
