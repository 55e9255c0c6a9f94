package dev.picturelock.approval.review;

import dev.picturelock.approval.stream.ApprovalStream;
import dev.picturelock.contracts.event.ApprovalRevoked;
import dev.picturelock.kit.access.TitleRole;
import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Takes an approval back; what it covered is open again.
@ApplicationScoped
public class RevokeApproval {
  private static final Logger LOG = Logger.getLogger(RevokeApproval.class);

  private final ReviewAccess access;
  private final Reviews reviews;
  private final Approvals approvals;
  private final Coverage coverage;
  private final Announcer announcer;
  private final ApprovalStream stream;
  private final InstantSource clock;

  RevokeApproval(
      ReviewAccess access,
      Reviews reviews,
      Approvals approvals,
      Coverage coverage,
      Announcer announcer,
      ApprovalStream stream,
      InstantSource clock) {
    this.access = access;
    this.reviews = reviews;
    this.approvals = approvals;
    this.coverage = coverage;
    this.announcer = announcer;
    this.stream = stream;
    this.clock = clock;
  }

  /// Returns the id of the event.
  @Transactional
  public UUID handle(UUID id, String reason) {
    var title = access.titleOfApproval(id);
    access.requireRole(title, TitleRole.CONTACT, TitleRole.LEGAL);
    stream.lock(title);
    var approval = access.approval(id);
    var earlier = approval.revocation();
    if (earlier != null) {
      throw new ProblemException(
          ProblemType.NOT_ALLOWED_NOW, "the approval was revoked at " + earlier.at());
    }
    var statement = new Statement(access.actor(), clock.instant(), reason);
    var revoked = access.review(approval.review()).to(new ReviewState.Revoked(id, statement));
    approvals.save(approval.revoke(statement));
    reviews.save(revoked);
    var event =
        announcer.done(
            revoked, statement.by(), new ApprovalRevoked(id, approval.subject(), reason));
    coverage.withdraw(approval, event);
    LOG.infof("approval revoked id=%s title=%s", id, title);
    return event.id();
  }
}
