package dev.picturelock.provenance.cut;

import static dev.picturelock.provenance.cut.ReasonCode.*;

import dev.picturelock.provenance.cut.AssetState.Consent;
import dev.picturelock.provenance.cut.AssetState.Contribution;
import dev.picturelock.provenance.cut.AssetState.Input;
import dev.picturelock.provenance.cut.AssetState.MediaUse;
import dev.picturelock.provenance.cut.AssetState.Review;
import dev.picturelock.provenance.cut.AssetState.Tier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What speaks for and against one asset version, its inputs left aside.
final class AssetReasons {

  private final AssetState state;
  private final Instant at;
  private final List<Reason> reasons = new ArrayList<>();

  private AssetReasons(AssetState state, Instant at) {
    this.state = state;
    this.at = at;
  }

  /// Never empty: what nothing speaks against still says what clears it.
  static List<Reason> of(AssetState state, Instant at) {
    var reasons = new AssetReasons(state, at);
    reasons.collect();
    return List.copyOf(reasons.reasons);
  }

  private void collect() {
    if (state.isWithdrawn(at)) {
      because(WITHDRAWN, "The version was withdrawn.");
    }
    state
        .mediaUse()
        .filter(use -> use == MediaUse.IDEATION || use == MediaUse.TEMPORARY)
        .ifPresent(use -> because(TEMPORARY_MEDIA_IN_CUT, temporary(use)));
    state.consents().forEach(this::consent);
    for (var input : state.inputs()) {
      if (input instanceof Input.Unregistered(var name)) {
        because(INPUT_UNKNOWN, "Its input " + name + " was never registered.");
      }
    }
    if (state.contribution() == Contribution.NONE) {
      because(MADE_WITHOUT_AI, "It is recorded as made without AI.");
    } else {
      permission();
    }
  }

  private void permission() {
    if (state.tier().isEmpty()) {
      because(NOT_CLASSIFIED, "The policy has not classified it yet.");
    }
    if (!state.openActions().isEmpty()) {
      because(ACTION_OPEN, "Open: " + String.join(", ", state.openActions()) + ".");
    }
    state.approval().ifPresent(this::lostApproval);
    switch (state.review()) {
      case REFUSED -> because(REFUSED, "Its use was refused.");
      case INFO_REQUESTED -> because(INFO_REQUESTED, "The reviewer asked for information.");
      case OPEN -> because(REVIEW_OPEN, "Its review is open.");
      case APPROVED, NONE -> allowed();
    }
  }

  private void lostApproval(AssetState.Approval approval) {
    if (approval.isRevoked(at)) {
      because(APPROVAL_REVOKED, "Approval " + approval.id() + " was revoked.");
    } else if (approval.isExpired(at)) {
      because(APPROVAL_EXPIRED, "Approval " + approval.id() + " has expired.");
    }
  }

  /// A review that says approved without an approval in force proves nothing, so it counts as open.
  private void allowed() {
    if (state.approval().isPresent()) {
      state
          .approval()
          .filter(approval -> approval.isInForce(at))
          .ifPresent(approval -> because(APPROVED, "Approval " + approval.id() + " is in force."));
    } else if (state.review() == Review.NONE && state.tier().filter(Tier.LOW::equals).isPresent()) {
      because(LOW_RISK, "The policy puts it in the lowest tier, which needs no approval.");
    } else if (state.tier().isPresent()) {
      because(REVIEW_OPEN, "It needs an approval and has none.");
    }
  }

  private void consent(Consent consent) {
    if (!consent.recorded()) {
      because(CONSENT_MISSING, "Consent " + consent.id() + " was never recorded.");
    } else if (consent.isRevoked(at)) {
      because(CONSENT_REVOKED, "Consent " + consent.id() + " was revoked.");
    } else if (consent.isExpired(at)) {
      because(CONSENT_EXPIRED, "Consent " + consent.id() + " has expired.");
    } else if (consent.isYetToCome(at)) {
      because(CONSENT_MISSING, "Consent " + consent.id() + " does not hold yet.");
    }
  }

  private static String temporary(MediaUse use) {
    return use == MediaUse.IDEATION
        ? "It was reported for ideation only."
        : "It was reported as temporary and has to be replaced.";
  }

  private void because(ReasonCode code, String detail) {
    reasons.add(Reason.of(code, state.version(), detail));
  }
}
