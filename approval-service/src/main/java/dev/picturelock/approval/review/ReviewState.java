package dev.picturelock.approval.review;

import java.util.UUID;

/// Where a review stands; each state holds exactly what exists in it.
public sealed interface ReviewState {

  /// Waits for evidence and for a decision.
  record Open() implements ReviewState {}

  /// The contact wants to know more; new evidence opens it again.
  record InfoRequested(Statement statement) implements ReviewState {}

  record Approved(UUID approval, Statement statement) implements ReviewState {}

  /// Final for this version and these facts.
  record Refused(Statement statement) implements ReviewState {}

  record Revoked(UUID approval, Statement statement) implements ReviewState {}

  record Expired(UUID approval) implements ReviewState {}

  /// The use this asset belongs to is approved for the same facts.
  record Covered(UUID approval) implements ReviewState {}

  /// A later classification took its place.
  record Superseded(UUID by) implements ReviewState {}

  /// Whether somebody still has to decide.
  default boolean isUndecided() {
    return switch (this) {
      case Open() -> true;
      case InfoRequested(_) -> true;
      case Approved(_, _), Refused(_), Revoked(_, _), Expired(_), Covered(_), Superseded(_) ->
          false;
    };
  }

  default ReviewStatus status() {
    return switch (this) {
      case Open() -> ReviewStatus.OPEN;
      case InfoRequested(_) -> ReviewStatus.INFO_REQUESTED;
      case Approved(_, _) -> ReviewStatus.APPROVED;
      case Refused(_) -> ReviewStatus.REFUSED;
      case Revoked(_, _) -> ReviewStatus.REVOKED;
      case Expired(_) -> ReviewStatus.EXPIRED;
      case Covered(_) -> ReviewStatus.COVERED;
      case Superseded(_) -> ReviewStatus.SUPERSEDED;
    };
  }
}
