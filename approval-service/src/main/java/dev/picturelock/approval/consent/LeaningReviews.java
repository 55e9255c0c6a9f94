package dev.picturelock.approval.consent;

import dev.picturelock.contracts.event.Event;

/// What leaned on a consent, told in the transaction that revokes it.
public interface LeaningReviews {
  void reopen(Consent revoked, Event revocation);
}
