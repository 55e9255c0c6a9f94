package dev.picturelock.approval.consent;

import dev.picturelock.approval.stream.ApprovalStream;
import dev.picturelock.contracts.event.ConsentRevoked;
import dev.picturelock.kit.access.Caller;
import dev.picturelock.kit.access.TitleRole;
import dev.picturelock.kit.event.Events;
import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Takes a consent back; every review that leaned on it is open again.
@ApplicationScoped
public class RevokeConsent {
  private static final Logger LOG = Logger.getLogger(RevokeConsent.class);

  private final Caller caller;
  private final Consents consents;
  private final LeaningReviews leaning;
  private final ApprovalStream stream;
  private final Events events;
  private final InstantSource clock;

  RevokeConsent(
      Caller caller,
      Consents consents,
      LeaningReviews leaning,
      ApprovalStream stream,
      Events events,
      InstantSource clock) {
    this.caller = caller;
    this.consents = consents;
    this.leaning = leaning;
    this.stream = stream;
    this.events = events;
    this.clock = clock;
  }

  /// Returns the id of the event.
  @Transactional
  public UUID handle(UUID id, String reason) {
    var title =
        consents
            .titleOf(id)
            .filter(known -> !caller.roles(known).isEmpty() || caller.isAdmin())
            .orElseThrow(() -> unknown(id));
    caller.requireRole(title, TitleRole.LEGAL, TitleRole.CLEARANCE, TitleRole.PRODUCTION);
    stream.lock(title);
    var consent = consents.find(id).orElseThrow(() -> unknown(id));
    if (consent.revocation() != null) {
      throw new ProblemException(
          ProblemType.NOT_ALLOWED_NOW, "the consent was revoked at " + consent.revocation().at());
    }
    var revoked = consent.revoke(new Consent.Revocation(clock.instant(), caller.actor(), reason));
    var event =
        events.now(
            title,
            "consent/" + id,
            caller.actor(),
            new ConsentRevoked(id, consent.person(), reason));
    consents.update(revoked);
    stream.publish(event);
    leaning.reopen(revoked, event);
    LOG.infof("consent revoked id=%s title=%s", id, title);
    return event.id();
  }

  private static ProblemException unknown(UUID id) {
    return new ProblemException(ProblemType.NOT_FOUND, "there is no consent '" + id + "'");
  }
}
