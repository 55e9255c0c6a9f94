package dev.picturelock.approval.stream;

import dev.picturelock.contracts.event.Event;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What this service said, numbered without gaps within each title.
public interface ApprovalStream {

  /// Makes every other writer of the title wait until this transaction ends. Taken before anything
  /// is read, so that decisions about one title are made one after the other and numbers become
  /// visible in order.
  void lock(String titleId);

  /// Publishes events of a locked title and keeps them.
  default void publish(Event event) {
    publish(event, null);
  }

  /// Publishes an event and keeps it in the history of a review.
  void publish(Event event, @Nullable UUID review);

  /// What was said in a title after a position, in order; at most `limit`.
  List<Said> after(String titleId, long position, int limit);

  /// The position of what was said last; 0 when nothing was.
  long position(String titleId);

  /// What happened to a review, oldest first.
  List<Event> historyOf(UUID review);
}
