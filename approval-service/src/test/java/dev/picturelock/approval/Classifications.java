package dev.picturelock.approval;

import dev.picturelock.contracts.event.AssetClassified;
import dev.picturelock.contracts.event.AssetRef;
import dev.picturelock.contracts.event.Classification;
import dev.picturelock.contracts.event.Event;
import dev.picturelock.contracts.event.Fact;
import dev.picturelock.contracts.event.FiredRule;
import dev.picturelock.contracts.event.PolicyPackRef;
import dev.picturelock.contracts.event.RiskTier;
import dev.picturelock.contracts.event.ShotRef;
import dev.picturelock.contracts.event.UseClassified;
import dev.picturelock.contracts.event.UseRef;
import dev.picturelock.kit.time.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Classifications as the classifier would send them, of one title.
record Classifications(String title) {
  static final Instant MADE = Instant.parse("2026-03-10T12:00:00Z");
  private static final UUID NAMES = new UUID(0x1234, 0x5678);

  Event asset(
      String asset,
      String use,
      String facts,
      List<String> persons,
      RiskTier tier,
      String... actions) {
    return event(
        "asset/" + asset + "/v001",
        new AssetClassified(
            new AssetRef(asset, "v001"),
            new UseRef(use, 1),
            "generated",
            new ShotRef("104", "065", null, "010"),
            "comfyui",
            "sdxl",
            persons,
            List.of(),
            "client:demo-tool",
            List.of(),
            classification(facts, tier, actions)));
  }

  Event use(String use, int version, String facts, RiskTier tier, String... actions) {
    return event(
        "use/" + use + "/" + version,
        new UseClassified(
            new UseRef(use, version),
            "people in the market",
            "comfyui",
            "user:producer",
            List.of(),
            classification(facts, tier, actions)));
  }

  static UUID reviewOf(Event classified) {
    return Ids.derived(classified.id(), "review");
  }

  private Event event(String subject, Fact fact) {
    return new Event(
        Ids.derived(NAMES, title + "/" + subject),
        "/picturelock/classifier-service",
        subject,
        MADE,
        title,
        null,
        "service:classifier-service",
        fact);
  }

  private static Classification classification(String facts, RiskTier tier, String... actions) {
    return new Classification(
        tier,
        List.of(actions),
        List.of(new FiredRule("P4", "meant for the screen", "told early", "page")),
        new PolicyPackRef("netflix-genai-2025-08", "1", "b".repeat(64)),
        facts.repeat(64),
        Map.of("mediaUse", "final"));
  }
}
