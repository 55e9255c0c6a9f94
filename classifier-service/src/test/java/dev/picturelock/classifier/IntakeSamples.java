package dev.picturelock.classifier;

import dev.picturelock.contracts.event.AssetRegistered;
import dev.picturelock.contracts.event.Digests;
import dev.picturelock.contracts.event.Event;
import dev.picturelock.contracts.event.Fact;
import dev.picturelock.contracts.event.FactConflict;
import dev.picturelock.contracts.event.ShotRef;
import dev.picturelock.contracts.event.UseAmended;
import dev.picturelock.contracts.event.UseRef;
import dev.picturelock.contracts.event.UseReported;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Events as intake sends them.
public final class IntakeSamples {
  public static final String PACK = "netflix-genai-2025-08";
  public static final FactConflict CONFLICT =
      new FactConflict("toolStoresOrTrains", "no", "yes", new UUID(7, 7));

  /// A use nobody needs to look at twice.
  public static final Map<String, Object> HARMLESS =
      Map.of(
          "mediaUse", "ideation",
          "outputReplicatesThirdParty", "no",
          "toolStoresOrTrains", "no",
          "enterpriseTool", "yes",
          "inputKinds", List.of(),
          "talentUse", "none",
          "unionWorkImpact", "no");

  private static final Instant TIME = Instant.parse("2026-11-22T10:00:00.000001Z");

  private IntakeSamples() {}

  public static Event event(UUID id, String title, String subject, Fact fact) {
    return new Event(
        id, "/picturelock/intake-service", subject, TIME, title, null, "client:demo-tool", fact);
  }

  public static UseReported use(Map<String, Object> facts, String pack) {
    return new UseReported(
        "crowd-extension", 1, "more people", "comfyui", facts, null, List.of(CONFLICT), pack);
  }

  public static UseAmended amended(Map<String, Object> facts) {
    return new UseAmended(
        "crowd-extension", 2, "more people", "comfyui", facts, null, List.of(), PACK);
  }

  public static AssetRegistered asset(String contribution, Map<String, Object> facts) {
    return new AssetRegistered(
        "AGM_104_065_010_comp",
        "v007",
        "video/quicktime",
        new Digests("a".repeat(64), null),
        1L,
        contribution,
        new ShotRef("104", "065", null, "010"),
        new UseRef("crowd-extension", 1),
        null,
        List.of(),
        List.of("p_" + "0".repeat(32)),
        List.of(new UUID(3, 3)),
        facts,
        null,
        List.of(),
        PACK,
        List.of(),
        null);
  }
}
