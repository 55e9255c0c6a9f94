package dev.picturelock.approval.review.store;

import dev.picturelock.approval.gate.ActionKind;
import dev.picturelock.approval.gate.ReasonCode;
import dev.picturelock.approval.review.RequiredAction;
import dev.picturelock.approval.review.RequiredAction.State;
import dev.picturelock.contracts.event.EvidenceRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An action as it lies in the database: closed when it names who closed it.
record ActionJson(
    ActionKind kind,
    @Nullable ReasonCode reason,
    List<EvidenceRef> evidence,
    @Nullable String by,
    @Nullable Instant at) {
  ActionJson {
    evidence = evidence == null ? List.of() : List.copyOf(evidence);
  }

  static ActionJson of(RequiredAction action) {
    return switch (action.state()) {
      case State.Open(var last) -> new ActionJson(action.kind(), last, List.of(), null, null);
      case State.Closed(var evidence, var reason, var by, var at) ->
          new ActionJson(action.kind(), reason, evidence, by, at);
    };
  }

  RequiredAction toDomain() {
    return new RequiredAction(
        kind,
        by == null || at == null || reason == null
            ? new State.Open(reason)
            : new State.Closed(evidence, reason, by, at));
  }
}
