package dev.picturelock.approval.review;

import dev.picturelock.approval.stream.ApprovalStream;
import dev.picturelock.contracts.event.Event;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Shows reviews to those who have a role in their title.
@ApplicationScoped
public class ReadReviews {
  private final ReviewAccess access;
  private final Reviews reviews;
  private final Approvals approvals;
  private final ApprovalStream stream;

  ReadReviews(ReviewAccess access, Reviews reviews, Approvals approvals, ApprovalStream stream) {
    this.access = access;
    this.reviews = reviews;
    this.approvals = approvals;
    this.stream = stream;
  }

  /// A review with the approval that holds or held for it, and all that happened to it.
  public record Whole(Review review, Optional<Approval> approval, List<Event> history) {
    public Whole {
      history = List.copyOf(history);
    }
  }

  @Transactional
  public Whole one(UUID id) {
    access.titleOfReview(id);
    var review = access.review(id);
    return new Whole(review, approvalOf(review.state()), stream.historyOf(id));
  }

  @Transactional
  public List<Review> list(ReviewQuery query) {
    access.requireMember(query.titleId());
    return reviews.list(query);
  }

  private Optional<Approval> approvalOf(ReviewState state) {
    return switch (state) {
      case ReviewState.Approved(var approval, _) -> approvals.find(approval);
      case ReviewState.Revoked(var approval, _) -> approvals.find(approval);
      case ReviewState.Expired(var approval) -> approvals.find(approval);
      case ReviewState.Covered(var approval) -> approvals.find(approval);
      case ReviewState.Open(),
          ReviewState.InfoRequested(_),
          ReviewState.Refused(_),
          ReviewState.Superseded(_) ->
          Optional.empty();
    };
  }
}
