package dev.picturelock.intake.tool;

import dev.picturelock.contracts.event.TermsSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Every snapshot of one tool's terms.
///
/// - **newestFirst** as they hold: by effective date, then by recording
public record ToolTerms(List<RecordedTerms> newestFirst) {
  public ToolTerms {
    newestFirst = List.copyOf(newestFirst);
  }

  /// The snapshot that is in force at an instant, if any was by then.
  public Optional<TermsSnapshot> inForce(Instant at) {
    return newestFirst.stream()
        .map(RecordedTerms::terms)
        .filter(terms -> !terms.effectiveFrom().isAfter(at))
        .findFirst();
  }
}
