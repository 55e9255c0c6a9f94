package dev.picturelock.classifier.simulation;

import dev.picturelock.contracts.event.Event;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What intake has said about a title so far.
public interface Past {
  /// Begins to read; what is said after this moment does not belong to the reading.
  ///
  /// - **from** nothing said earlier is needed; a reading may begin before it
  /// - **Errors:** [PastUnavailableException] here and from [Reading#next()]
  Reading open(String titleId, @Nullable Instant from);

  /// One pass over the past in its order, holding no more than one batch. For one thread.
  interface Reading extends AutoCloseable {
    /// The next events, perhaps none yet; empty when the past is over.
    Optional<List<Told>> next();

    @Override
    void close();
  }

  /// One record of the title.
  sealed interface Told {
    record Said(Event event) implements Told {}

    /// What the classifier could never handle either.
    record Unreadable(String reason) implements Told {}
  }
}
