package dev.picturelock.provenance.cut;

import dev.picturelock.provenance.cut.AssetState.Approval;
import dev.picturelock.provenance.cut.AssetState.Consent;
import dev.picturelock.provenance.cut.AssetState.Contribution;
import dev.picturelock.provenance.cut.AssetState.Input;
import dev.picturelock.provenance.cut.AssetState.MediaUse;
import dev.picturelock.provenance.cut.AssetState.Review;
import dev.picturelock.provenance.cut.AssetState.Tier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes asset states down by how they differ from a plain one.
final class States {

  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final AssetVersion version;
  private final List<Consent> consents = new ArrayList<>();
  private final List<Input> inputs = new ArrayList<>();
  private Contribution contribution = Contribution.GENERATED;
  private @Nullable Tier tier = Tier.ESCALATE;
  private @Nullable MediaUse mediaUse = MediaUse.FINAL;
  private Review review = Review.APPROVED;
  private @Nullable Approval approval =
      new Approval("approval-1", Optional.empty(), Optional.empty());
  private List<String> openActions = List.of();
  private @Nullable Instant withdrawn;

  private States(AssetVersion version) {
    this.version = version;
  }

  static States approved(AssetVersion version) {
    return new States(version);
  }

  static States lowRisk(AssetVersion version) {
    return new States(version).tier(Tier.LOW).review(Review.NONE).noApproval();
  }

  static States withoutAi(AssetVersion version) {
    return new States(version)
        .contribution(Contribution.NONE)
        .tier(null)
        .mediaUse(null)
        .review(Review.NONE)
        .noApproval();
  }

  States contribution(Contribution value) {
    contribution = value;
    return this;
  }

  States tier(@Nullable Tier value) {
    tier = value;
    return this;
  }

  States mediaUse(@Nullable MediaUse value) {
    mediaUse = value;
    return this;
  }

  States review(Review value) {
    review = value;
    return this;
  }

  States noApproval() {
    approval = null;
    return this;
  }

  States approvedUntil(Instant until) {
    approval = new Approval("approval-1", Optional.of(until), Optional.empty());
    return this;
  }

  States approvalRevoked(Instant since) {
    approval = new Approval("approval-1", Optional.empty(), Optional.of(since));
    return this;
  }

  States openActions(String... actions) {
    openActions = List.of(actions);
    return this;
  }

  States consent(boolean recorded, @Nullable Instant until, @Nullable Instant revoked) {
    consents.add(
        new Consent(
            "consent-1",
            recorded,
            Optional.empty(),
            Optional.ofNullable(until),
            Optional.ofNullable(revoked)));
    return this;
  }

  States consentFrom(Instant from) {
    consents.add(
        new Consent("consent-1", true, Optional.of(from), Optional.empty(), Optional.empty()));
    return this;
  }

  States withdrawn(Instant since) {
    withdrawn = since;
    return this;
  }

  States inputs(AssetVersion... versions) {
    Arrays.stream(versions).map(Input.Asset::new).forEach(inputs::add);
    return this;
  }

  States unregisteredInput(String name) {
    inputs.add(new Input.Unregistered(name));
    return this;
  }

  AssetState build() {
    return new AssetState(
        version,
        contribution,
        Optional.ofNullable(tier),
        Optional.ofNullable(mediaUse),
        review,
        Optional.ofNullable(approval),
        openActions,
        consents,
        Optional.ofNullable(withdrawn),
        inputs);
  }
}
