package dev.picturelock.approval.review;

import dev.picturelock.approval.consent.Consent;
import dev.picturelock.approval.gate.ActionKind;
import dev.picturelock.approval.gate.ConsentForm;
import dev.picturelock.approval.gate.SignerRole;
import dev.picturelock.contracts.event.AssetRef;
import dev.picturelock.contracts.event.Classification;
import dev.picturelock.contracts.event.FiredRule;
import dev.picturelock.contracts.event.PolicyPackRef;
import dev.picturelock.contracts.event.ReviewSubject;
import dev.picturelock.contracts.event.RiskTier;
import dev.picturelock.contracts.event.ShotRef;
import dev.picturelock.contracts.event.UseRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Made-up classifications and consents.
final class Samples {
  static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
  static final LocalDate TODAY = LocalDate.of(2026, 3, 12);
  static final String FACTS = "a".repeat(64);

  private Samples() {}

  static Classified asset(RiskTier tier, String... actions) {
    return asset(FACTS, "comfyui", List.of(), tier, actions);
  }

  static Classified asset(
      String facts, String tool, List<String> persons, RiskTier tier, String... actions) {
    return classified(
        ReviewSubject.of(new AssetRef("AGM_104_065_010_comp", "v007"), new UseRef("crowd", 1)),
        facts,
        tool,
        persons,
        tier,
        actions);
  }

  static Classified use(RiskTier tier, String... actions) {
    return classified(
        ReviewSubject.of(new UseRef("crowd", 1)), FACTS, "comfyui", List.of(), tier, actions);
  }

  static Review review(Classified about) {
    return Opening.open(about).orElseThrow();
  }

  static Approval approval(ApprovalScope scope, Classified about) {
    return new Approval(
        new UUID(0, 9),
        new UUID(0, 8),
        about.titleId(),
        about.subject(),
        scope,
        about.classification().factsSha256(),
        about.tool(),
        new Statement("user:contact", NOON, "fine"),
        List.of(),
        true,
        null,
        null);
  }

  static Consent consent(ActionKind type, String person, LocalDate validFrom) {
    return new Consent(
        new UUID(7, person.hashCode()),
        "agm",
        type,
        person,
        person,
        SignerRole.PERFORMER,
        false,
        ConsentForm.SEPARATE_SIGNED,
        "agm",
        List.of("104_065"),
        "walks through the market",
        validFrom,
        null,
        null,
        false,
        false,
        "user:legal",
        NOON,
        null);
  }

  private static Classified classified(
      ReviewSubject subject,
      String facts,
      String tool,
      List<String> persons,
      RiskTier tier,
      String... actions) {
    return new Classified(
        new UUID(1, 1),
        NOON,
        "agm",
        subject,
        "client:comfy",
        null,
        tool,
        "sdxl",
        "generated",
        new ShotRef("104", "065", null, "010"),
        persons,
        List.of(),
        List.of(),
        new Classification(
            tier,
            List.of(actions),
            List.of(new FiredRule("R00", "every use is told to the contact", null, null)),
            new PolicyPackRef("netflix-genai-2025-08", "1", "b".repeat(64)),
            facts,
            Map.of("mediaUse", "final")));
  }
}
