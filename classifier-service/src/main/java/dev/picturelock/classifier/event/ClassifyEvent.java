package dev.picturelock.classifier.event;

import dev.picturelock.contracts.event.AssetClassified;
import dev.picturelock.contracts.event.AssetRegistered;
import dev.picturelock.contracts.event.Classification;
import dev.picturelock.contracts.event.Event;
import dev.picturelock.contracts.event.Fact;
import dev.picturelock.contracts.event.Judged;
import dev.picturelock.contracts.event.UseAmended;
import dev.picturelock.contracts.event.UseClassified;
import dev.picturelock.contracts.event.UseRef;
import dev.picturelock.contracts.event.UseReported;
import dev.picturelock.contracts.facts.Facts;
import dev.picturelock.contracts.facts.InvalidFactsException;
import dev.picturelock.contracts.policy.PolicyPackName;
import dev.picturelock.kit.event.PoisonEventException;
import dev.picturelock.policy.PolicyPack;
import dev.picturelock.policy.PolicyPacks;
import dev.picturelock.policy.UndecidableException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// What follows from an event of intake: a pure function, so that a repeat gives the same bytes.
///
/// - **What is [Judged]** is classified by the pack the event names
/// - **Nothing follows** from anything else, also not from an asset made without AI
/// - **Errors:** [PoisonEventException] for facts outside the vocabulary or that the pack cannot
///   decide, and for what can be the name of no pack; [PackNotInstalledException] for a pack that
///   could be installed
@ApplicationScoped
public class ClassifyEvent {
  private final PolicyPacks packs;

  ClassifyEvent(PolicyPacks packs) {
    this.packs = packs;
  }

  /// The classification that follows from the event, if any does.
  public Optional<Fact> handle(Event cause) {
    return Judged.of(cause.fact()).map(judged -> follows(cause, judged, classify(judged)));
  }

  private static Fact follows(Event cause, Judged judged, Classification classification) {
    return switch (judged) {
      case UseReported use ->
          new UseClassified(
              new UseRef(use.use(), use.version()),
              use.description(),
              use.tool(),
              cause.actor(),
              use.conflicts(),
              classification);
      case UseAmended use ->
          new UseClassified(
              new UseRef(use.use(), use.version()),
              use.description(),
              use.tool(),
              cause.actor(),
              use.conflicts(),
              classification);
      case AssetRegistered asset -> asset(asset, cause.actor(), classification);
    };
  }

  private static AssetClassified asset(
      AssetRegistered asset, String actor, Classification classification) {
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
        classification);
  }

  private Classification classify(Judged judged) {
    var pack = pack(judged.policyPack());
    try {
      return pack.classify(new Facts(judged.facts()));
    } catch (InvalidFactsException invalid) {
      throw new PoisonEventException("facts: " + invalid.getMessage(), invalid);
    } catch (UndecidableException cannot) {
      throw new PoisonEventException(String.valueOf(cannot.getMessage()), cannot);
    }
  }

  private PolicyPack pack(String name) {
    if (!PolicyPackName.couldMean(name)) {
      throw new PoisonEventException("no policy pack can be called '" + name + "'");
    }
    return packs.named(name).orElseThrow(() -> new PackNotInstalledException(name));
  }
}
