package dev.picturelock.classifier.event;

import dev.picturelock.contracts.event.ActionClosed;
import dev.picturelock.contracts.event.ApprovalExpired;
import dev.picturelock.contracts.event.ApprovalGranted;
import dev.picturelock.contracts.event.ApprovalRefused;
import dev.picturelock.contracts.event.ApprovalRevoked;
import dev.picturelock.contracts.event.AssetClassified;
import dev.picturelock.contracts.event.AssetRegistered;
import dev.picturelock.contracts.event.AssetWithdrawn;
import dev.picturelock.contracts.event.Classification;
import dev.picturelock.contracts.event.ConsentRecorded;
import dev.picturelock.contracts.event.ConsentRevoked;
import dev.picturelock.contracts.event.CutImported;
import dev.picturelock.contracts.event.CutLocked;
import dev.picturelock.contracts.event.Event;
import dev.picturelock.contracts.event.Fact;
import dev.picturelock.contracts.event.PackageBound;
import dev.picturelock.contracts.event.ReviewEscalated;
import dev.picturelock.contracts.event.ReviewInfoRequested;
import dev.picturelock.contracts.event.ReviewOpened;
import dev.picturelock.contracts.event.TitleOpened;
import dev.picturelock.contracts.event.TitlePolicyPackChanged;
import dev.picturelock.contracts.event.ToolRegistered;
import dev.picturelock.contracts.event.ToolTermsRecorded;
import dev.picturelock.contracts.event.UseAmended;
import dev.picturelock.contracts.event.UseClassified;
import dev.picturelock.contracts.event.UseRef;
import dev.picturelock.contracts.event.UseReported;
import dev.picturelock.contracts.facts.Facts;
import dev.picturelock.contracts.facts.InvalidFactsException;
import dev.picturelock.kit.event.PoisonEventException;
import dev.picturelock.policy.PolicyPacks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/// What follows from an event of intake: a pure function, so that a repeat gives the same bytes.
///
/// - **Uses** reported or amended, and **assets** registered with a contribution of AI, are
///   classified by the pack the event names
/// - **Nothing follows** from anything else, also not from an asset made without AI
/// - **Errors:** [PoisonEventException] for facts outside the vocabulary or a pack not installed
@ApplicationScoped
public class ClassifyEvent {
  private static final String WITHOUT_AI = "none";

  private final PolicyPacks packs;

  ClassifyEvent(PolicyPacks packs) {
    this.packs = packs;
  }

  /// The classification that follows from the event, if any does.
  public Optional<Fact> handle(Event cause) {
    return switch (cause.fact()) {
      case UseReported use ->
          Optional.of(
              new UseClassified(
                  new UseRef(use.use(), use.version()),
                  use.description(),
                  use.tool(),
                  cause.actor(),
                  use.conflicts(),
                  classify(use.facts(), use.policyPack())));
      case UseAmended use ->
          Optional.of(
              new UseClassified(
                  new UseRef(use.use(), use.version()),
                  use.description(),
                  use.tool(),
                  cause.actor(),
                  use.conflicts(),
                  classify(use.facts(), use.policyPack())));
      case AssetRegistered asset when asset.contribution().equals(WITHOUT_AI) -> Optional.empty();
      case AssetRegistered asset -> Optional.of(asset(asset, cause.actor()));
      case TitleOpened _,
          TitlePolicyPackChanged _,
          ToolRegistered _,
          ToolTermsRecorded _,
          AssetWithdrawn _,
          UseClassified _,
          AssetClassified _,
          ReviewOpened _,
          ReviewEscalated _,
          ReviewInfoRequested _,
          ActionClosed _,
          ApprovalGranted _,
          ApprovalRefused _,
          ApprovalRevoked _,
          ApprovalExpired _,
          ConsentRecorded _,
          ConsentRevoked _,
          CutImported _,
          CutLocked _,
          PackageBound _ ->
          Optional.empty();
    };
  }

  private AssetClassified asset(AssetRegistered asset, String actor) {
    var generation = asset.generation();
    return new AssetClassified(
        asset.ref(),
        asset.use(),
        asset.contribution(),
        asset.shot(),
        generation == null ? null : generation.tool(),
        generation == null ? null : generation.model(),
        asset.persons(),
        asset.consents(),
        actor,
        asset.conflicts(),
        classify(asset.facts(), asset.policyPack()));
  }

  private Classification classify(Map<String, Object> facts, String packName) {
    var pack =
        packs
            .find(packName)
            .orElseThrow(
                () -> new PoisonEventException("policy pack '" + packName + "' is not installed"));
    try {
      return pack.classify(new Facts(facts));
    } catch (InvalidFactsException invalid) {
      throw new PoisonEventException("facts: " + invalid.getMessage(), invalid);
    }
  }
}
