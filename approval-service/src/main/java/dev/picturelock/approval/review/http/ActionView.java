package dev.picturelock.approval.review.http;

import dev.picturelock.approval.gate.ActionKind;
import dev.picturelock.approval.gate.ReasonCode;
import dev.picturelock.approval.review.RequiredAction;
import dev.picturelock.contracts.event.EvidenceRef;
import dev.picturelock.kit.access.TitleRole;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A required action as it is shown.
///
/// - **roles** who may close it
/// - **reasonCode** why it is closed, or why the last evidence did not close it
record ActionView(
    ActionKind action,
    State state,
    @Nullable ReasonCode reasonCode,
    List<String> roles,
    ActionKind.Closing closedBy,
    List<EvidenceRef> evidence,
    @Nullable String by,
    @Nullable Instant at) {
  ActionView {
    roles = List.copyOf(roles);
    evidence = List.copyOf(evidence);
  }

  /// Whether it is done.
  enum State {
    OPEN,
    CLOSED
  }

  static ActionView of(RequiredAction action) {
    var roles = action.kind().roles().stream().sorted().map(TitleRole::wireName).toList();
    var closing = action.kind().closing();
    return switch (action.state()) {
      case RequiredAction.State.Open(var last) ->
          new ActionView(action.kind(), State.OPEN, last, roles, closing, List.of(), null, null);
      case RequiredAction.State.Closed(var evidence, var reason, var by, var at) ->
          new ActionView(action.kind(), State.CLOSED, reason, roles, closing, evidence, by, at);
    };
  }
}
