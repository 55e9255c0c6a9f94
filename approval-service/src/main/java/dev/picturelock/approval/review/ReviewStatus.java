package dev.picturelock.approval.review;

/// The name of a [ReviewState] in lists and filters.
public enum ReviewStatus {
  OPEN,
  INFO_REQUESTED,
  APPROVED,
  REFUSED,
  REVOKED,
  EXPIRED,
  COVERED,
  SUPERSEDED
}
