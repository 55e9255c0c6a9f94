package dev.picturelock.approval.review;

import dev.picturelock.approval.gate.ActionKind;
import dev.picturelock.kit.access.Caller;
import dev.picturelock.kit.access.TitleRole;
import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Who may see and do what. A review or approval of a title in which the caller has no role is
/// answered like one that does not exist.
@ApplicationScoped
class ReviewAccess {
  private final Caller caller;
  private final Reviews reviews;
  private final Approvals approvals;

  ReviewAccess(Caller caller, Reviews reviews, Approvals approvals) {
    this.caller = caller;
    this.reviews = reviews;
    this.approvals = approvals;
  }

  String actor() {
    return caller.actor();
  }

  void requireMember(String titleId) {
    caller.requireMember(titleId);
  }

  String titleOfReview(UUID review) {
    return reviews.titleOf(review).filter(this::isMember).orElseThrow(() -> unknownReview(review));
  }

  String titleOfApproval(UUID approval) {
    return approvals
        .titleOf(approval)
        .filter(this::isMember)
        .orElseThrow(() -> unknownApproval(approval));
  }

  void requireRole(String titleId, TitleRole... anyOf) {
    caller.requireRole(titleId, anyOf);
  }

  void requireMayClose(String titleId, ActionKind kind) {
    caller.requireRole(titleId, kind.roles().stream().sorted().toArray(TitleRole[]::new));
  }

  Review review(UUID id) {
    return reviews.find(id).orElseThrow(() -> unknownReview(id));
  }

  Approval approval(UUID id) {
    return approvals.find(id).orElseThrow(() -> unknownApproval(id));
  }

  private boolean isMember(String titleId) {
    return caller.isAdmin() || !caller.roles(titleId).isEmpty();
  }

  private static ProblemException unknownReview(UUID id) {
    return new ProblemException(ProblemType.NOT_FOUND, "there is no review '" + id + "'");
  }

  private static ProblemException unknownApproval(UUID id) {
    return new ProblemException(ProblemType.NOT_FOUND, "there is no approval '" + id + "'");
  }
}
