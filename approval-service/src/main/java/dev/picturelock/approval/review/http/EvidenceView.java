package dev.picturelock.approval.review.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.picturelock.approval.gate.ActionKind;
import dev.picturelock.approval.gate.ReasonCode;
import dev.picturelock.approval.review.RequiredAction;
import dev.picturelock.approval.review.SubmitEvidence;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the gate said to evidence.
///
/// - **state** of the action now, **reasonCode** the verdict on this evidence
/// - **eventId** the last event it caused, **eventIds** all of them when there are several
record EvidenceView(
    UUID review,
    ActionKind action,
    ActionView.State state,
    ReasonCode reasonCode,
    List<String> openActions,
    @Nullable UUID eventId,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<UUID> eventIds) {
  EvidenceView {
    openActions = List.copyOf(openActions);
    eventIds = List.copyOf(eventIds);
  }

  static EvidenceView of(SubmitEvidence.Result result) {
    boolean open =
        result.review().action(result.action()).filter(RequiredAction::isOpen).isPresent();
    var events = result.events();
    return new EvidenceView(
        result.review().id(),
        result.action(),
        open ? ActionView.State.OPEN : ActionView.State.CLOSED,
        result.verdict(),
        result.review().openActions(),
        events.isEmpty() ? null : events.getLast(),
        events.size() > 1 ? events : List.of());
  }
}
