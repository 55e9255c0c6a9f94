package dev.picturelock.intake.tool;

import dev.picturelock.contracts.event.TermsSnapshot;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The tools of the studio and every snapshot of their terms.
public interface Tools {
  Optional<Tool> find(String id);

  /// Which of the ids are registered.
  Set<String> known(Collection<String> ids);

  /// Up to `limit` tools in order of their ids.
  List<Tool> after(String id, int limit);

  /// Locks the id until the transaction ends, so that two changes do not pass each other.
  void lock(String id);

  /// Adds the tool or replaces its description.
  void put(Tool tool);

  /// Newest first, as they hold: by effective date, then by recording.
  List<RecordedTerms> terms(String tool);

  void add(RecordedTerms terms);

  /// The snapshot that is in force at an instant, if any was by then.
  default Optional<TermsSnapshot> inForce(String tool, Instant at) {
    return new ToolTerms(terms(tool)).inForce(at);
  }
}
