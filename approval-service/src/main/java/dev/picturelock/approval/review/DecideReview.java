package dev.picturelock.approval.review;

import dev.picturelock.approval.gate.ActionKind.Closing;
import dev.picturelock.approval.gate.ReasonCode;
import dev.picturelock.approval.stream.ApprovalStream;
import dev.picturelock.contracts.event.ActionClosed;
import dev.picturelock.contracts.event.ApprovalGranted;
import dev.picturelock.contracts.event.ApprovalRefused;
import dev.picturelock.contracts.event.ReviewInfoRequested;
import dev.picturelock.kit.access.TitleRole;
import dev.picturelock.kit.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The contact decides in writing.
@ApplicationScoped
public class DecideReview {
  private static final Logger LOG = Logger.getLogger(DecideReview.class);

  private final ReviewAccess access;
  private final Reviews reviews;
  private final Approvals approvals;
  private final Coverage coverage;
  private final Announcer announcer;
  private final ApprovalStream stream;
  private final Ids ids;
  private final InstantSource clock;

  DecideReview(
      ReviewAccess access,
      Reviews reviews,
      Approvals approvals,
      Coverage coverage,
      Announcer announcer,
      ApprovalStream stream,
      Ids ids,
      InstantSource clock) {
    this.access = access;
    this.reviews = reviews;
    this.approvals = approvals;
    this.coverage = coverage;
    this.announcer = announcer;
    this.stream = stream;
    this.ids = ids;
    this.clock = clock;
  }

  /// - **approval** absent unless it was approved
  public record Result(Review review, @Nullable Approval approval, UUID eventId) {}

  @Transactional
  public Result handle(UUID id, NewDecision decision) {
    var title = access.titleOfReview(id);
    access.requireRole(title, TitleRole.CONTACT);
    stream.lock(title);
    var review = access.review(id);
    var now = clock.instant();
    DecisionRules.require(review, decision, access.actor(), now);
    var statement = new Statement(access.actor(), now, decision.statement());
    var result =
        switch (decision.outcome()) {
          case APPROVED -> approve(review, decision, statement);
          case REFUSED -> refuse(review, statement);
          case INFO_REQUESTED -> ask(review, statement);
        };
    LOG.infof("review decided id=%s title=%s outcome=%s", id, title, decision.outcome());
    return result;
  }

  private Result approve(Review review, NewDecision decision, Statement statement) {
    var approval = approval(review, decision, statement);
    var approved = review.approve(approval.id(), statement, !approval.conditionsMet());
    approvals.save(approval);
    reviews.save(approved);
    // First what the decision closes, then the decision: whoever follows the events ends with it.
    announceClosed(review, approved, approval);
    var granted = announcer.done(approved, statement.by(), granted(approved, approval));
    if (approval.conditionsMet()) {
      coverage.spread(approval);
    }
    return new Result(approved, approval, granted.id());
  }

  private void announceClosed(Review before, Review after, Approval approval) {
    for (var action : after.actions()) {
      boolean closedNow =
          !action.isOpen()
              && action.kind().closing() == Closing.BY_DECISION
              && before.action(action.kind()).filter(RequiredAction::isOpen).isPresent();
      if (closedNow) {
        announcer.done(
            after,
            approval.statement().by(),
            new ActionClosed(
                after.id(),
                approval.subject(),
                action.kind().name(),
                Review.evidenceOfDecision(approval.id()),
                ReasonCode.SATISFIED.name(),
                after.openActions()));
      }
    }
  }

  private Approval approval(Review review, NewDecision decision, Statement statement) {
    var about = review.about();
    return new Approval(
        ids.fresh(),
        review.id(),
        about.titleId(),
        about.subject(),
        decision.scopeFor(about.subject()),
        about.classification().factsSha256(),
        about.tool(),
        statement,
        decision.conditions(),
        decision.conditions().isEmpty(),
        decision.validUntil(),
        null);
  }

  private static ApprovalGranted granted(Review review, Approval approval) {
    return new ApprovalGranted(
        approval.id(),
        review.id(),
        approval.subject(),
        approval.scope().wireName(),
        approval.factsSha256(),
        review.about().classification().tier(),
        review.about().classification().policyPack(),
        approval.statement().text(),
        approval.conditions(),
        approval.validUntil());
  }

  private Result refuse(Review review, Statement statement) {
    var refused = review.to(new ReviewState.Refused(statement));
    reviews.save(refused);
    var fact = new ApprovalRefused(review.id(), review.about().subject(), statement.text());
    return new Result(refused, null, announcer.done(refused, statement.by(), fact).id());
  }

  private Result ask(Review review, Statement statement) {
    var asked = review.to(new ReviewState.InfoRequested(statement));
    reviews.save(asked);
    var fact = new ReviewInfoRequested(review.id(), review.about().subject(), statement.text());
    return new Result(asked, null, announcer.done(asked, statement.by(), fact).id());
  }
}
