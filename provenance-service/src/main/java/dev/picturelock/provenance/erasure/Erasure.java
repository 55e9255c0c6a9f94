package dev.picturelock.provenance.erasure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What somebody asked to be erased.
public record Erasure(
    UUID id, String titleId, Instant at, Ground ground, String askedBy, Target target) {

  /// Whose values, or which.
  public sealed interface Target {
    /// All that rests under the key of a person.
    ///
    /// - **pseudonym** within the title
    record Person(String pseudonym) implements Target {}

    /// Values of one event.
    ///
    /// - **names** such as `prompt`; empty means all
    record OfEvent(UUID event, List<String> names) implements Target {
      public OfEvent {
        names = List.copyOf(names);
      }

      boolean means(String name) {
        return names.isEmpty() || names.contains(name);
      }
    }
  }
}
