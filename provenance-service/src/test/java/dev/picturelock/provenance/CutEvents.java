package dev.picturelock.provenance;

import dev.picturelock.contracts.event.ActionClosed;
import dev.picturelock.contracts.event.ApprovalGranted;
import dev.picturelock.contracts.event.ApprovalRefused;
import dev.picturelock.contracts.event.ApprovalRevoked;
import dev.picturelock.contracts.event.AssetClassified;
import dev.picturelock.contracts.event.AssetRef;
import dev.picturelock.contracts.event.AssetRegistered;
import dev.picturelock.contracts.event.Classification;
import dev.picturelock.contracts.event.Digests;
import dev.picturelock.contracts.event.Event;
import dev.picturelock.contracts.event.EvidenceRef;
import dev.picturelock.contracts.event.Generation;
import dev.picturelock.contracts.event.Input;
import dev.picturelock.contracts.event.PolicyPackRef;
import dev.picturelock.contracts.event.ReviewOpened;
import dev.picturelock.contracts.event.ReviewSubject;
import dev.picturelock.contracts.event.RiskTier;
import dev.picturelock.contracts.event.TitleOpened;
import dev.picturelock.contracts.event.UseRef;
import dev.picturelock.kit.disclosure.Disclosures;
import dev.picturelock.kit.time.Ids;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What other services state about the assets of a cut, all of version `v001` and of the use
/// `streets`.
final class CutEvents {
  private static final UUID ROOT = UUID.fromString("019ab000-0000-7000-8000-00000000c0de");
  private static final PolicyPackRef PACK =
      new PolicyPackRef("netflix-genai-2025-08", "1.0.0", SampleEvents.sha256("pack"));
  private static final UseRef USE = new UseRef("streets", 1);

  private final String title;
  private final SampleEvents events;

  CutEvents(String title) {
    this.title = title;
    this.events = new SampleEvents(title);
  }

  Event opened() {
    return events.event("title", new TitleOpened(title, "A title", PACK.id()));
  }

  Event registered(String asset, String contribution, List<String> sd, Input... inputs) {
    var made = !contribution.equals("none");
    var facts = made ? Map.<String, Object>of("mediaUse", "final") : Map.<String, Object>of();
    return events.event(
        "registered " + asset,
        new AssetRegistered(
            asset,
            "v001",
            "video/quicktime",
            new Digests(SampleEvents.sha256(asset + "/v001"), null),
            1_000L,
            contribution,
            null,
            made ? USE : null,
            made
                ? new Generation(
                    "comfyui", "0.3", "sdxl", null, Map.of("seed", "42"), null, SampleEvents.NOON)
                : null,
            List.of(inputs),
            List.of(),
            List.of(),
            facts,
            null,
            List.of(),
            PACK.id(),
            sd,
            sd.isEmpty() ? null : Disclosures.ALGORITHM));
  }

  Event classified(String asset, RiskTier tier) {
    return events.event(
        "classified " + asset,
        new AssetClassified(
            new AssetRef(asset, "v001"),
            USE,
            "generated",
            null,
            "comfyui",
            "sdxl",
            List.of(),
            List.of(),
            "client:demo-tool",
            List.of(),
            new Classification(
                tier,
                List.of("WRITTEN_APPROVAL"),
                List.of(),
                PACK,
                facts(asset),
                Map.of("mediaUse", "final"))));
  }

  Event reviewOpened(String asset) {
    return events.event(
        "opened " + asset,
        new ReviewOpened(
            review(asset),
            subject(asset),
            RiskTier.ESCALATE,
            List.of("WRITTEN_APPROVAL"),
            List.of("WRITTEN_APPROVAL"),
            facts(asset),
            null));
  }

  Event granted(String asset, String scope) {
    return events.event(
        "granted " + asset,
        new ApprovalGranted(
            approval(asset),
            review(asset),
            subject(asset),
            scope,
            facts(asset),
            RiskTier.ESCALATE,
            PACK,
            "fine with us",
            List.of(),
            null));
  }

  Event closed(String asset) {
    return events.event(
        "closed " + asset,
        new ActionClosed(
            review(asset),
            subject(asset),
            "WRITTEN_APPROVAL",
            new EvidenceRef("decision", approval(asset).toString(), null, null, null),
            "SATISFIED",
            List.of()));
  }

  Event refused(String asset) {
    return events.event(
        "refused " + asset, new ApprovalRefused(review(asset), subject(asset), "not like this"));
  }

  Event revoked(String asset) {
    return events.event(
        "revoked " + asset, new ApprovalRevoked(approval(asset), subject(asset), "terms changed"));
  }

  /// Assets named alike have the same facts: `street` and `street-2`.
  private static String facts(String asset) {
    return SampleEvents.sha256("facts of " + asset.split("-", 2)[0]);
  }

  private static ReviewSubject subject(String asset) {
    return ReviewSubject.of(new AssetRef(asset, "v001"), USE);
  }

  private UUID review(String asset) {
    return Ids.derived(ROOT, title + " review " + asset);
  }

  UUID approval(String asset) {
    return Ids.derived(ROOT, title + " approval " + asset);
  }
}
