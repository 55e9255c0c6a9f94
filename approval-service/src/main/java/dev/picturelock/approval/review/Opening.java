package dev.picturelock.approval.review;

import dev.picturelock.approval.gate.ActionKind;
import dev.picturelock.approval.gate.ActionKind.Closing;
import dev.picturelock.approval.gate.ReasonCode;
import dev.picturelock.contracts.event.EvidenceRef;
import dev.picturelock.contracts.event.RiskTier;
import dev.picturelock.kit.event.PoisonEventException;
import dev.picturelock.kit.time.Ids;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Which classifications need a review, and what the review looks like at first.
final class Opening {
  private static final String BY_US = "service:approval-service";

  private Opening() {}

  /// Empty for low risk that needs no more than telling the contact: the classification in the
  /// ledger tells it.
  ///
  /// - **Errors:** [PoisonEventException] for an action nobody here knows how to close
  static Optional<Review> open(Classified classified) {
    var required =
        classified.classification().requiredActions().stream().map(Opening::known).toList();
    boolean onlyTelling = required.stream().allMatch(kind -> kind == ActionKind.NOTIFY_CONTACT);
    if (classified.classification().tier() == RiskTier.LOW && onlyTelling) {
      return Optional.empty();
    }
    var id = idOf(classified);
    var actions = required.stream().map(kind -> action(kind, id, classified)).toList();
    return Optional.of(new Review(id, classified, actions, new ReviewState.Open()));
  }

  /// A repeat of the classification finds its own review.
  static UUID idOf(Classified classified) {
    return Ids.derived(classified.event(), "review");
  }

  private static RequiredAction action(ActionKind kind, UUID review, Classified classified) {
    var open = RequiredAction.open(kind);
    // The review is the dated record that the contact was told.
    return kind.closing() == Closing.AT_OPENING
        ? open.close(
            List.of(new EvidenceRef("portal-record", review.toString(), null, null, null)),
            ReasonCode.SATISFIED,
            BY_US,
            classified.at())
        : open;
  }

  private static ActionKind known(String name) {
    return ActionKind.find(name)
        .orElseThrow(() -> new PoisonEventException("unknown required action '" + name + "'"));
  }
}
