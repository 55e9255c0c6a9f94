package dev.picturelock.approval.review;

import dev.picturelock.approval.gate.ActionKind;
import dev.picturelock.approval.gate.ReasonCode;
import dev.picturelock.contracts.event.EvidenceRef;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An action a review requires, and whether it is done.
public record RequiredAction(ActionKind kind, State state) {

  /// Open until evidence passes the gate.
  public sealed interface State {
    /// - **lastVerdict** why the last evidence did not count
    record Open(@Nullable ReasonCode lastVerdict) implements State {}

    record Closed(List<EvidenceRef> evidence, ReasonCode reason, String by, Instant at)
        implements State {
      public Closed {
        evidence = List.copyOf(evidence);
      }
    }
  }

  static RequiredAction open(ActionKind kind) {
    return new RequiredAction(kind, new State.Open(null));
  }

  public boolean isOpen() {
    return state instanceof State.Open;
  }

  /// The ids of the consents that closed it.
  public List<UUID> consents() {
    return switch (state) {
      case State.Open(_) -> List.of();
      case State.Closed(var evidence, _, _, _) ->
          evidence.stream().map(EvidenceRef::consent).filter(Objects::nonNull).toList();
    };
  }

  RequiredAction close(List<EvidenceRef> evidence, ReasonCode reason, String by, Instant at) {
    return new RequiredAction(kind, new State.Closed(evidence, reason, by, at));
  }

  /// What was closed stays closed: later evidence can only add.
  RequiredAction keepOpen(ReasonCode why) {
    return isOpen() ? new RequiredAction(kind, new State.Open(why)) : this;
  }

  RequiredAction reopen(ReasonCode why) {
    return new RequiredAction(kind, new State.Open(why));
  }
}
