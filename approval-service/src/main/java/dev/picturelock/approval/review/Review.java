package dev.picturelock.approval.review;

import dev.picturelock.approval.gate.ActionKind;
import dev.picturelock.approval.gate.ActionKind.Closing;
import dev.picturelock.approval.gate.ReasonCode;
import dev.picturelock.contracts.event.EvidenceRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// One subject with one set of facts under review. Never changed: every step gives the next one.
public record Review(UUID id, Classified about, List<RequiredAction> actions, ReviewState state) {
  public Review {
    actions = List.copyOf(actions);
  }

  public Optional<RequiredAction> action(ActionKind kind) {
    return actions.stream().filter(action -> action.kind() == kind).findFirst();
  }

  /// Everything that is still to be done, the contact's own answer included.
  public List<String> openActions() {
    return actions.stream()
        .filter(RequiredAction::isOpen)
        .map(action -> action.kind().name())
        .toList();
  }

  /// What must be closed before it may be approved: the decision itself cannot wait for itself.
  public List<String> actionsBeforeApproval() {
    return actions.stream()
        .filter(RequiredAction::isOpen)
        .map(RequiredAction::kind)
        .filter(kind -> kind.closing() != Closing.BY_DECISION)
        .map(ActionKind::name)
        .toList();
  }

  /// Evidence that passed the gate closes the action, or is added to what closed it before.
  Review close(
      ActionKind kind, List<EvidenceRef> evidence, ReasonCode reason, String by, Instant at) {
    return answered()
        .with(
            kind,
            action ->
                switch (action.state()) {
                  case RequiredAction.State.Open(_) -> action.close(evidence, reason, by, at);
                  case RequiredAction.State.Closed(var earlier, _, _, _) ->
                      action.close(
                          Stream.concat(earlier.stream(), evidence.stream()).distinct().toList(),
                          reason,
                          by,
                          at);
                });
  }

  /// Evidence that did not pass leaves its reason behind.
  Review keepOpen(ActionKind kind, ReasonCode why) {
    return answered().with(kind, action -> action.keepOpen(why));
  }

  Review reopen(ActionKind kind, ReasonCode why) {
    return with(kind, action -> action.reopen(why));
  }

  /// The contact's answer closes what only the contact can close, except a written approval that
  /// still hangs on a condition.
  Review approve(UUID approval, Statement statement, boolean conditional) {
    var next = conditional ? requiring(ActionKind.WRITTEN_APPROVAL) : this;
    var evidence = List.of(evidenceOfDecision(approval));
    var decided = next.to(new ReviewState.Approved(approval, statement));
    for (var action : next.actions()) {
      if (action.kind().closing() != Closing.BY_DECISION || !action.isOpen()) {
        continue;
      }
      boolean waits = conditional && action.kind() == ActionKind.WRITTEN_APPROVAL;
      decided =
          waits
              ? decided.with(action.kind(), open -> open.keepOpen(ReasonCode.CONDITION_OPEN))
              : decided.with(
                  action.kind(),
                  open ->
                      open.close(evidence, ReasonCode.SATISFIED, statement.by(), statement.at()));
    }
    return decided;
  }

  /// The earlier decision no longer counts; a new one is needed.
  Review awaitingDecision() {
    var open = reopened();
    for (var action : actions) {
      if (action.kind().closing() == Closing.BY_DECISION) {
        open = open.with(action.kind(), decided -> decided.reopen(ReasonCode.REVOKED));
      }
    }
    return open;
  }

  Review to(ReviewState next) {
    return new Review(id, about, actions, next);
  }

  Review reopened() {
    return to(new ReviewState.Open());
  }

  static EvidenceRef evidenceOfDecision(UUID approval) {
    return new EvidenceRef("decision", approval.toString(), null, null, null);
  }

  private Review requiring(ActionKind kind) {
    return action(kind).isPresent()
        ? this
        : new Review(
            id,
            about,
            Stream.concat(actions.stream(), Stream.of(RequiredAction.open(kind))).toList(),
            state);
  }

  private Review answered() {
    return state instanceof ReviewState.InfoRequested ? reopened() : this;
  }

  private Review with(ActionKind kind, UnaryOperator<RequiredAction> change) {
    return new Review(
        id,
        about,
        actions.stream()
            .map(action -> action.kind() == kind ? change.apply(action) : action)
            .toList(),
        state);
  }
}
