package dev.picturelock.approval.review.http;

import dev.picturelock.approval.http.Inputs;
import dev.picturelock.approval.review.Review;
import dev.picturelock.approval.review.ReviewQuery;
import dev.picturelock.kit.page.Cursor;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The place of a review in the list as the key of a cursor.
final class ReviewCursor {
  private ReviewCursor() {}

  static String keyOf(Review review) {
    return review.about().at() + " " + review.id();
  }

  static ReviewQuery.@Nullable Position parse(@Nullable String cursor) {
    var key = Cursor.decode(cursor);
    if (key.isEmpty()) {
      return null;
    }
    int gap = key.indexOf(' ');
    try {
      return new ReviewQuery.Position(
          Instant.parse(key.substring(0, Math.max(gap, 0))),
          UUID.fromString(key.substring(gap + 1)));
    } catch (IllegalArgumentException | DateTimeException _) {
      throw Inputs.cursor(key);
    }
  }
}
