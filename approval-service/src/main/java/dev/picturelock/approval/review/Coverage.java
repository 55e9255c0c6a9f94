package dev.picturelock.approval.review;

import dev.picturelock.approval.consent.Consents;
import dev.picturelock.approval.gate.ActionKind;
import dev.picturelock.contracts.event.Event;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// Which approval of a use reaches an asset.
///
/// The facts must be the same, and where performers must consent, the consents that closed the
/// use's review must hold for the performers and the day of this asset too: another performer under
/// the same use is not covered.
@ApplicationScoped
class Coverage {
  private final Reviews reviews;
  private final Approvals approvals;
  private final Consents consents;
  private final Announcer announcer;
  private final InstantSource clock;

  Coverage(
      Reviews reviews,
      Approvals approvals,
      Consents consents,
      Announcer announcer,
      InstantSource clock) {
    this.reviews = reviews;
    this.approvals = approvals;
    this.consents = consents;
    this.announcer = announcer;
    this.clock = clock;
  }

  Optional<Approval> find(Classified classified) {
    var use = classified.use();
    if (use == null || !classified.isAsset()) {
      return Optional.empty();
    }
    return approvals
        .ofUse(classified.titleId(), use, classified.classification().factsSha256())
        .stream()
        .filter(approval -> covers(approval, classified))
        .findFirst();
  }

  /// Marks everything undecided that the approval reaches.
  void spread(Approval approval) {
    var use = approval.subject().use();
    if (use == null || approval.scope() != ApprovalScope.USE) {
      return;
    }
    for (var review :
        reviews.undecidedUnder(approval.titleId(), use.use(), approval.factsSha256())) {
      if (covers(approval, review.about())) {
        reviews.save(review.to(new ReviewState.Covered(approval.id())));
      }
    }
  }

  /// What leaned on an approval that is gone needs a decision of its own.
  void withdraw(Approval approval, Event cause) {
    for (var review : reviews.coveredBy(approval.id())) {
      var open = review.reopened();
      reviews.save(open);
      announcer.opened(open, cause, "review.reopened/" + review.id());
    }
  }

  private boolean covers(Approval approval, Classified classified) {
    return approval.reaches(classified)
        && (!classified.isAsset() || consentsReach(approval, classified));
  }

  private boolean consentsReach(Approval approval, Classified classified) {
    var needed =
        classified.classification().requiredActions().stream()
            .map(ActionKind::find)
            .flatMap(Optional::stream)
            .filter(ActionKind::isNeededOfEveryPerformer)
            .toList();
    if (needed.isEmpty()) {
      return true;
    }
    var approved = reviews.find(approval.review());
    return approved.isPresent()
        && !classified.persons().isEmpty()
        && needed.stream().allMatch(kind -> reaches(approved.get(), kind, classified));
  }

  private boolean reaches(Review approved, ActionKind kind, Classified classified) {
    var ids = approved.action(kind).map(RequiredAction::consents).orElse(List.of());
    var given = consents.findAll(classified.titleId(), ids);
    var minors = consents.minorsAmong(classified.titleId(), classified.persons());
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return ConsentGate.judge(kind, classified, given, minors, today).opensTheGate();
  }
}
