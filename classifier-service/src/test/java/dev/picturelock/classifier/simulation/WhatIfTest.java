package dev.picturelock.classifier.simulation;

import static dev.picturelock.classifier.IntakeSamples.HARMLESS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.classifier.IntakeSamples;
import dev.picturelock.contracts.event.Fact;
import dev.picturelock.contracts.event.RiskTier;
import dev.picturelock.contracts.event.TitleOpened;
import dev.picturelock.policy.DmnText;
import dev.picturelock.policy.PackManifest;
import dev.picturelock.policy.PolicyPack;
import dev.picturelock.policy.PolicyPacks;
import dev.picturelock.policy.StepDecision;
import dev.picturelock.policy.StepOutcome;
import dev.picturelock.policy.UndecidableException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WhatIfTest {
  private static final StepDecision LOW =
      facts -> new StepOutcome(RiskTier.LOW, Set.of("NOTIFY_CONTACT"), Set.of());

  @Test
  void anEventThatOnlyOnePackCanDecideIsUndecidableAndSaysUnderWhich() {
    StepDecision narrow =
        facts -> {
          throw new UndecidableException("house@2.0.0", "'ideation' is not allowed");
        };

    assertThat(ask(IntakeSamples.use(HARMLESS, "house@1.0.0"), narrow))
        .contains(
            new Finding.Undecidable(
                new UUID(1, 1),
                "use/u/1",
                IntakeSamples.event(new UUID(1, 1), "t", "use/u/1", opened()).time(),
                "policy pack house@2.0.0 cannot decide these facts: 'ideation' is not allowed"));
  }

  @Test
  void factsOutsideTheVocabularyAreUndecidableUnderBoth() {
    assertThat(ask(IntakeSamples.use(Map.of("colour", "blue"), "house@1.0.0"), LOW))
        .hasValueSatisfying(finding ->
            assertThat(((Finding.Undecidable) finding).reason())
                .isEqualTo("facts: /colour: unknown fact"));
  }

  @Test
  void whatIsNeverJudgedHasNoFinding() {
    assertThat(ask(opened(), LOW)).isEmpty();
    assertThat(ask(IntakeSamples.asset("none", HARMLESS), LOW)).isEmpty();
  }

  @Test
  void directionIsThatOfTheTierAndEachListHoldsWhatTheOtherLacks() {
    StepDecision higher =
        facts -> new StepOutcome(RiskTier.CAUTION, Set.of("FLAG_EARLY"), Set.of());

    var judged =
        (Finding.Judged) ask(IntakeSamples.use(HARMLESS, "house@1.0.0"), higher).orElseThrow();

    assertThat(judged.changed()).isTrue();
    assertThat(judged.direction()).isPositive();
    assertThat(judged.actionsAdded()).containsExactly("FLAG_EARLY");
    assertThat(judged.actionsRemoved()).containsExactly("NOTIFY_CONTACT");
    assertThat(judged.before().policyPack().version()).isEqualTo("1.0.0");
    assertThat(judged.after().policyPack().version()).isEqualTo("2.0.0");
  }

  private static Optional<Finding> ask(Fact fact, StepDecision other) {
    var named = pack("1.0.0", LOW);
    var tried = pack("2.0.0", other);
    return new WhatIf(new PolicyPacks(List.of(named, tried)), tried)
        .of(IntakeSamples.event(new UUID(1, 1), "t", "use/u/1", fact));
  }

  private static Fact opened() {
    return new TitleOpened("t", "T", "house@1.0.0");
  }

  private static PolicyPack pack(String version, StepDecision decision) {
    return new PolicyPack(
        new PackManifest(
            "house",
            version,
            "House rules",
            LocalDate.EPOCH,
            "https://example.org",
            LocalDate.EPOCH,
            List.of()),
        new DmnText(version.getBytes(StandardCharsets.UTF_8)),
        List.of(),
        decision,
        0);
  }
}
