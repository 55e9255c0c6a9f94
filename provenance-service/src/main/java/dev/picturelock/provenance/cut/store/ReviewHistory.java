package dev.picturelock.provenance.cut.store;

import java.util.List;
import java.util.UUID;

/// What happened to the newest review of one subject.
///
/// @param since where it was opened for the first time
/// @param last where the newest of its states stands
/// @param statedAt the positions of all its states
/// @param status OPEN, INFO_REQUESTED or REFUSED; an approval stands elsewhere
record ReviewHistory(
    UUID review,
    long since,
    long last,
    List<Long> statedAt,
    String status,
    List<String> openActions) {
  ReviewHistory {
    statedAt = List.copyOf(statedAt);
    openActions = List.copyOf(openActions);
  }

  /// A later state of the subject: of this review, or of one that takes its place.
  ReviewHistory then(ReviewHistory next) {
    return next.review().equals(review)
        ? new ReviewHistory(
            review,
            since,
            next.last(),
            Positions.joined(statedAt, next.statedAt()),
            next.status(),
            next.openActions())
        : next;
  }

  boolean isOpen() {
    return status.equals("OPEN");
  }
}
