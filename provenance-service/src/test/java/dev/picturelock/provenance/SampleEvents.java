package dev.picturelock.provenance;

import dev.picturelock.contracts.event.AssetClassified;
import dev.picturelock.contracts.event.AssetRef;
import dev.picturelock.contracts.event.AssetRegistered;
import dev.picturelock.contracts.event.Classification;
import dev.picturelock.contracts.event.Digests;
import dev.picturelock.contracts.event.Event;
import dev.picturelock.contracts.event.Fact;
import dev.picturelock.contracts.event.FiredRule;
import dev.picturelock.contracts.event.Generation;
import dev.picturelock.contracts.event.Input;
import dev.picturelock.contracts.event.PolicyPackRef;
import dev.picturelock.contracts.event.RiskTier;
import dev.picturelock.contracts.event.TitleOpened;
import dev.picturelock.kit.disclosure.Disclosures;
import dev.picturelock.kit.time.Ids;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Events as the other services would state them.
public final class SampleEvents {
  static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final UUID ROOT = UUID.fromString("019ab000-0000-7000-8000-000000000000");

  private final String title;

  public SampleEvents(String title) {
    this.title = title;
  }

  public Event opened() {
    return event("title", new TitleOpened(title, "A title", "netflix-genai-2025-08"));
  }

  public Event registered(String asset, String version, String contribution, Input... inputs) {
    return registered(asset, version, contribution, List.of(), inputs);
  }

  Event registered(
      String asset, String version, String contribution, List<String> sd, Input... inputs) {
    var made = !contribution.equals("none");
    return event(
        asset + "/" + version,
        new AssetRegistered(
            asset,
            version,
            "video/quicktime",
            new Digests(sha256(asset + version), null),
            1_000L,
            contribution,
            null,
            null,
            made
                ? new Generation("comfyui", "0.3", "sdxl", null, Map.of("seed", "42"), null, NOON)
                : null,
            Arrays.asList(inputs),
            List.of(),
            List.of(),
            made ? Map.of("mediaUse", "final") : Map.of(),
            null,
            List.of(),
            "netflix-genai-2025-08",
            sd,
            sd.isEmpty() ? null : Disclosures.ALGORITHM));
  }

  public Event classified(String asset, String version, RiskTier tier) {
    return event(
        "classified " + asset + version,
        new AssetClassified(
            new AssetRef(asset, version),
            null,
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
                List.of("NOTIFY_CONTACT"),
                List.of(new FiredRule("R00", "every use is told", null, null)),
                new PolicyPackRef("netflix-genai-2025-08", "1.0.0", sha256("pack")),
                sha256("facts"),
                Map.of("mediaUse", "final"))));
  }

  Event event(String name, Fact fact) {
    return new Event(
        Ids.derived(ROOT, title + " " + name),
        "/picturelock/test",
        name,
        NOON,
        title,
        null,
        "client:demo-tool",
        fact);
  }

  /// The same, said by somebody else.
  public static Event by(String actor, Event event) {
    return new Event(
        event.id(),
        event.source(),
        event.subject(),
        event.time(),
        event.titleId(),
        event.causationId(),
        actor,
        event.fact());
  }

  static Input input(String asset, String version) {
    return new Input(asset, version, null, null, null, null);
  }

  static String sha256(String text) {
    return dev.picturelock.kit.event.Digest.sha256Hex(
        text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
