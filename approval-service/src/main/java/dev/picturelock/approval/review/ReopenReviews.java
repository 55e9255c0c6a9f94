package dev.picturelock.approval.review;

import dev.picturelock.approval.consent.Consent;
import dev.picturelock.approval.consent.LeaningReviews;
import dev.picturelock.approval.gate.ReasonCode;
import dev.picturelock.contracts.event.ApprovalRevoked;
import dev.picturelock.contracts.event.Event;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Opens again what leaned on a consent that was revoked.
///
/// An approval that rested on it is revoked with it. Whether an earlier use stays lawful is for
/// counsel to say: handing in the same consent again asks the gate, which looks at the day of use.
@ApplicationScoped
class ReopenReviews implements LeaningReviews {
  private static final Logger LOG = Logger.getLogger(ReopenReviews.class);

  private final Reviews reviews;
  private final Approvals approvals;
  private final Coverage coverage;
  private final Announcer announcer;

  ReopenReviews(Reviews reviews, Approvals approvals, Coverage coverage, Announcer announcer) {
    this.reviews = reviews;
    this.approvals = approvals;
    this.coverage = coverage;
    this.announcer = announcer;
  }

  @Override
  public void reopen(Consent revoked, Event revocation) {
    for (var leaning : reviews.leaningOn(revoked.id())) {
      // Read again, because an approval that fell on the way has opened what it covered.
      reviews.find(leaning.id()).ifPresent(now -> reopen(now, revoked, revocation));
    }
  }

  private void reopen(Review review, Consent consent, Event revocation) {
    var open = withoutTheConsent(review, consent);
    switch (review.state()) {
      case ReviewState.Open(), ReviewState.InfoRequested(_) -> {
        reviews.save(open);
        announcer.opened(open, revocation, "review.reopened/" + review.id());
      }
      case ReviewState.Approved(var approval, _) -> revoke(open, approval, revocation);
      case ReviewState.Covered(_) -> reviews.save(open);
      case ReviewState.Refused(_),
          ReviewState.Revoked(_, _),
          ReviewState.Expired(_),
          ReviewState.Superseded(_) -> {}
    }
  }

  private void revoke(Review review, UUID approvalId, Event revocation) {
    var open = review.awaitingDecision();
    reviews.save(open);
    var approval = approvals.find(approvalId);
    if (approval.isPresent()) {
      var reason = "consent " + consentOf(revocation) + " was revoked";
      approvals.save(
          approval.get().revoke(new Statement(revocation.actor(), revocation.time(), reason)));
      var event =
          announcer.followed(
              open,
              revocation,
              "approval.revoked/" + approvalId,
              new ApprovalRevoked(approvalId, approval.get().subject(), reason));
      coverage.withdraw(approval.get(), event);
    }
    announcer.opened(open, revocation, "review.reopened/" + review.id());
    LOG.infof("review reopened id=%s because=%s", review.id(), revocation.id());
  }

  private static Review withoutTheConsent(Review review, Consent consent) {
    var open = review;
    for (var action : review.actions()) {
      if (action.consents().contains(consent.id())) {
        open = open.reopen(action.kind(), ReasonCode.REVOKED);
      }
    }
    return open;
  }

  private static String consentOf(Event revocation) {
    return revocation.subject().substring(revocation.subject().indexOf('/') + 1);
  }
}
