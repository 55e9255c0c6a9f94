package dev.picturelock.approval.review.http;

import dev.picturelock.approval.http.Inputs;
import dev.picturelock.approval.review.Review;
import dev.picturelock.approval.review.ReviewQuery;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/// The place of a review in the list as an opaque text.
final class ReviewCursor {
  private ReviewCursor() {}

  static String after(Review review) {
    var text = review.about().at() + " " + review.id();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }

  static ReviewQuery.Position parse(String cursor) {
    try {
      var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
      int gap = text.indexOf(' ');
      if (gap < 0) {
        throw Inputs.cursor(cursor);
      }
      return new ReviewQuery.Position(
          Instant.parse(text.substring(0, gap)), UUID.fromString(text.substring(gap + 1)));
    } catch (IllegalArgumentException | DateTimeException _) {
      throw Inputs.cursor(cursor);
    }
  }
}
