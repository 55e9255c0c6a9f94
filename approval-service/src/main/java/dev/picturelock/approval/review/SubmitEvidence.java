package dev.picturelock.approval.review;

import dev.picturelock.approval.consent.Consent;
import dev.picturelock.approval.consent.Consents;
import dev.picturelock.approval.gate.ActionKind;
import dev.picturelock.approval.gate.ActionKind.Closing;
import dev.picturelock.approval.gate.ReasonCode;
import dev.picturelock.approval.stream.ApprovalStream;
import dev.picturelock.contracts.event.ActionClosed;
import dev.picturelock.contracts.event.Event;
import dev.picturelock.contracts.event.EvidenceRef;
import dev.picturelock.kit.problem.Problem.FieldError;
import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Takes evidence for an action and lets the gate decide whether it closes.
@ApplicationScoped
public class SubmitEvidence {
  private static final Logger LOG = Logger.getLogger(SubmitEvidence.class);

  private final ReviewAccess access;
  private final Reviews reviews;
  private final Approvals approvals;
  private final Consents consents;
  private final Coverage coverage;
  private final Announcer announcer;
  private final ApprovalStream stream;
  private final InstantSource clock;

  SubmitEvidence(
      ReviewAccess access,
      Reviews reviews,
      Approvals approvals,
      Consents consents,
      Coverage coverage,
      Announcer announcer,
      ApprovalStream stream,
      InstantSource clock) {
    this.access = access;
    this.reviews = reviews;
    this.approvals = approvals;
    this.consents = consents;
    this.coverage = coverage;
    this.announcer = announcer;
    this.stream = stream;
    this.clock = clock;
  }

  /// What the gate said, and the review after it.
  public record Result(Review review, ActionKind action, ReasonCode verdict, List<UUID> events) {
    public Result {
      events = List.copyOf(events);
    }
  }

  @Transactional
  public Result handle(UUID id, String actionName, NewEvidence evidence) {
    var title = access.titleOfReview(id);
    stream.lock(title);
    var review = access.review(id);
    var kind = actionOf(review, actionName);
    access.requireMayClose(title, kind);
    return isUnconfirmedApproval(review, kind)
        ? confirmConditions(review, evidence)
        : submit(review, kind, evidence);
  }

  private Result submit(Review review, ActionKind kind, NewEvidence evidence) {
    requireClosable(review, kind);
    return switch (evidence) {
      case NewEvidence.OfConsents given -> submitConsents(review, kind, given);
      case NewEvidence.OfDocument document -> {
        if (kind.closing() == Closing.BY_CONSENT) {
          throw missing("/consent", kind + " is closed by a consent on file; want its id");
        }
        yield close(review, kind, List.of(reference(document)), ReasonCode.SATISFIED);
      }
    };
  }

  private Result submitConsents(Review review, ActionKind kind, NewEvidence.OfConsents given) {
    if (!kind.canBeClosedByConsent()) {
      throw missing("/kind", kind + " is closed by a document; want kind and reference");
    }
    var about = review.about();
    var found = consents.findAll(about.titleId(), given.ids());
    requireAllFound(given, found);
    var persons = new HashSet<>(about.persons());
    found.forEach(consent -> persons.add(consent.person()));
    var minors = consents.minorsAmong(about.titleId(), persons);
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var verdict = ConsentGate.judge(kind, about, found, minors, today);
    if (verdict.opensTheGate()) {
      var references = found.stream().map(consent -> reference(consent, given)).toList();
      return close(review, kind, references, verdict);
    }
    var open = review.keepOpen(kind, verdict);
    reviews.save(open);
    LOG.infof("action stays open review=%s action=%s reason=%s", review.id(), kind, verdict);
    return new Result(open, kind, verdict, List.of());
  }

  private Result close(
      Review review, ActionKind kind, List<EvidenceRef> evidence, ReasonCode verdict) {
    var closed = review.close(kind, evidence, verdict, access.actor(), clock.instant());
    reviews.save(closed);
    LOG.infof("action closed review=%s action=%s reason=%s", review.id(), kind, verdict);
    return new Result(closed, kind, verdict, announce(closed, kind, evidence, verdict));
  }

  /// One event for each document, so that every consent is tied to what leans on it.
  private List<UUID> announce(
      Review closed, ActionKind kind, List<EvidenceRef> evidence, ReasonCode verdict) {
    var events = new ArrayList<UUID>();
    for (var one : evidence) {
      var fact =
          new ActionClosed(
              closed.id(),
              closed.about().subject(),
              kind.name(),
              one,
              verdict.name(),
              closed.openActions());
      Event event = announcer.done(closed, access.actor(), fact);
      events.add(event.id());
    }
    return events;
  }

  private static boolean isUnconfirmedApproval(Review review, ActionKind kind) {
    return kind == ActionKind.WRITTEN_APPROVAL
        && review.state() instanceof ReviewState.Approved
        && review.action(kind).filter(RequiredAction::isOpen).isPresent();
  }

  /// The contact confirms that the conditions of an approval are met; only now it takes effect.
  /// Like the decision, this is not for whoever made the request.
  private Result confirmConditions(Review review, NewEvidence evidence) {
    if (!(evidence instanceof NewEvidence.OfDocument document)
        || !(review.state() instanceof ReviewState.Approved(var approvalId, _))) {
      throw missing("/kind", "the conditions are confirmed by a document; want kind and reference");
    }
    DecisionRules.requireAnother(review, access.actor(), clock.instant());
    var result =
        close(
            review,
            ActionKind.WRITTEN_APPROVAL,
            List.of(reference(document)),
            ReasonCode.SATISFIED);
    var confirmed = access.approval(approvalId).confirmConditions();
    approvals.save(confirmed);
    coverage.spread(confirmed);
    return result;
  }

  private static ActionKind actionOf(Review review, String name) {
    return ActionKind.find(name)
        .filter(kind -> review.action(kind).isPresent())
        .orElseThrow(() ->
            new ProblemException(
                ProblemType.NOT_FOUND, "this review does not require the action '" + name + "'"));
  }

  private static void requireClosable(Review review, ActionKind kind) {
    if (!review.state().isUndecided()) {
      throw notNow("the review is already " + review.state().status(), review);
    }
    switch (kind.closing()) {
      case AT_OPENING -> throw notNow(kind + " was closed when the review was opened", review);
      case BY_DECISION -> throw notNow(kind + " is closed by the contact's decision", review);
      case BY_CONSENT, BY_CONSENT_OR_DOCUMENT, BY_DOCUMENT -> {}
    }
  }

  private static ProblemException notNow(String detail, Review review) {
    return new ProblemException(
        ProblemType.NOT_ALLOWED_NOW,
        detail,
        List.of(),
        Map.of("status", review.state().status().name(), "openActions", review.openActions()));
  }

  private static void requireAllFound(NewEvidence.OfConsents given, List<Consent> found) {
    var missing = new HashSet<>(given.ids());
    found.forEach(consent -> missing.remove(consent.id()));
    if (!missing.isEmpty()) {
      throw new ProblemException(
          ProblemType.UNKNOWN_REFERENCE,
          "not on file in this title: " + missing,
          new FieldError("/consent", "no such consent", missing.toString(), List.of()));
    }
  }

  private static ProblemException missing(String pointer, String detail) {
    return new ProblemException(
        ProblemType.INVALID_BODY,
        pointer + ": " + detail,
        new FieldError(pointer, detail, null, List.of()));
  }

  private static EvidenceRef reference(NewEvidence.OfDocument document) {
    return new EvidenceRef(
        document.kind(), document.reference(), document.sha256(), document.note(), null);
  }

  private static EvidenceRef reference(Consent consent, NewEvidence.OfConsents given) {
    return new EvidenceRef("consent", null, consent.documentSha256(), given.note(), consent.id());
  }
}
