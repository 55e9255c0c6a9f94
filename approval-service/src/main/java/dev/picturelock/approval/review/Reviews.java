package dev.picturelock.approval.review;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// All reviews.
public interface Reviews {
  /// Adds the review or puts its next step in the place of the earlier one.
  void save(Review review);

  Optional<Review> find(UUID id);

  /// The title a review belongs to; asked before anything is read under the title's lock.
  Optional<String> titleOf(UUID id);

  /// Undecided or covered reviews that a new classification takes the place of: those of exactly
  /// this asset version, or of any version of this use.
  List<Review> supersededBy(Classified classified);

  /// Undecided reviews of the use and of its assets with these facts.
  List<Review> undecidedUnder(String titleId, String use, String factsSha256);

  /// Reviews that an approval covers.
  List<Review> coveredBy(UUID approval);

  /// Reviews with an action that this consent closed.
  List<Review> leaningOn(UUID consent);

  /// A page, oldest first.
  List<Review> list(ReviewQuery query);
}
