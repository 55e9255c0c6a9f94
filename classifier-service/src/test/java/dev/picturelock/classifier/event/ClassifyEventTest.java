package dev.picturelock.classifier.event;

import static dev.picturelock.classifier.IntakeSamples.HARMLESS;
import static dev.picturelock.classifier.IntakeSamples.PACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.picturelock.classifier.IntakeSamples;
import dev.picturelock.contracts.event.AssetClassified;
import dev.picturelock.contracts.event.AssetRef;
import dev.picturelock.contracts.event.Event;
import dev.picturelock.contracts.event.Fact;
import dev.picturelock.contracts.event.FiredRule;
import dev.picturelock.contracts.event.RiskTier;
import dev.picturelock.contracts.event.TitleOpened;
import dev.picturelock.contracts.event.UseClassified;
import dev.picturelock.contracts.event.UseRef;
import dev.picturelock.contracts.policy.PolicyPackFiles;
import dev.picturelock.kit.event.PoisonEventException;
import dev.picturelock.policy.PolicyPack;
import dev.picturelock.policy.PolicyPacks;
import dev.picturelock.policy.StepOutcome;
import dev.picturelock.policy.UndecidableException;
import dev.picturelock.policy.dmn.PackLoader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassifyEventTest {
  private final ClassifyEvent classifyEvent =
      new ClassifyEvent(new PackLoader(PolicyPackFiles.builtIn(), 100).all());

  @Test
  void aReportedUseIsClassifiedWithWhatAReviewerNeeds() {
    var followed = classifyEvent.handle(cause(IntakeSamples.use(HARMLESS, PACK)));

    assertThat(followed)
        .get()
        .isInstanceOfSatisfying(
            UseClassified.class,
            use -> {
              assertThat(use.use()).isEqualTo(new UseRef("crowd-extension", 1));
              assertThat(use.requestedBy()).isEqualTo("client:demo-tool");
              assertThat(use.conflicts()).containsExactly(IntakeSamples.CONFLICT);
              assertThat(use.classification().tier()).isEqualTo(RiskTier.LOW);
              assertThat(use.classification().rules())
                  .extracting(FiredRule::id)
                  .containsExactly("R00", "M1");
            });
  }

  @Test
  void anAmendedUseIsClassifiedAnew() {
    var followed = classifyEvent.handle(cause(IntakeSamples.amended(Map.of())));

    assertThat(followed)
        .get()
        .isInstanceOfSatisfying(
            UseClassified.class,
            use -> {
              assertThat(use.use().version()).isEqualTo(2);
              assertThat(use.classification().tier()).isEqualTo(RiskTier.ESCALATE);
            });
  }

  @Test
  void anAssetWithAnyContributionOfAiIsClassified() {
    for (var contribution : List.of("generated", "altered", "assisted")) {
      var followed = classifyEvent.handle(cause(IntakeSamples.asset(contribution, HARMLESS)));

      assertThat(followed)
          .get()
          .isInstanceOfSatisfying(
              AssetClassified.class,
              asset -> {
                assertThat(asset.asset()).isEqualTo(new AssetRef("AGM_104_065_010_comp", "v007"));
                assertThat(asset.contribution()).isEqualTo(contribution);
                assertThat(asset.persons()).hasSize(1);
                assertThat(asset.consents()).hasSize(1);
              });
    }
  }

  @Test
  void nothingFollowsFromAnAssetWithoutAiOrFromWhatIsNoUse() {
    assertThat(classifyEvent.handle(cause(IntakeSamples.asset("none", HARMLESS)))).isEmpty();
    assertThat(classifyEvent.handle(cause(new TitleOpened("t", "T", PACK)))).isEmpty();
  }

  @Test
  void factsOutsideTheVocabularyAndWhatCanBeNoPackArePoison() {
    assertThatThrownBy(
            () -> classifyEvent.handle(cause(IntakeSamples.use(Map.of("mediaUse", "x"), PACK))))
        .isInstanceOf(PoisonEventException.class)
        .hasMessageContaining("/mediaUse");
    assertThatThrownBy(
            () -> classifyEvent.handle(cause(IntakeSamples.use(HARMLESS, "Nobody's pack"))))
        .isInstanceOf(PoisonEventException.class)
        .hasMessageContaining("Nobody's pack");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobodys-pack", "nobodys-pack@1.0.0", PACK + "@9.0.0"})
  void aPackThatCouldBeInstalledIsNoPoisonAndSaysWhatToDo(String pack) {
    assertThatThrownBy(() -> classifyEvent.handle(cause(IntakeSamples.use(HARMLESS, pack))))
        .isInstanceOf(PackNotInstalledException.class)
        .hasMessageContaining("'" + pack + "'")
        .hasMessageContaining("PICTURELOCK_POLICY_PACKS_DIR");
  }

  @Test
  void factsThatThePackCannotDecideArePoisonAndOthersAreDecided() {
    var shipped = new PackLoader(PolicyPackFiles.builtIn(), 0).all().standard();
    var narrow =
        new PolicyPack(
            shipped.manifest(),
            shipped.dmn(),
            shipped.rules(),
            step -> {
              if (step.values().containsValue("temporary")) {
                throw new UndecidableException("house@1.0.0", "'temporary' is not allowed");
              }
              return new StepOutcome(RiskTier.LOW, Set.of(), Set.of());
            },
            0);
    var classifyNarrowly = new ClassifyEvent(new PolicyPacks(List.of(narrow)));

    assertThatThrownBy(() ->
            classifyNarrowly.handle(
                cause(IntakeSamples.use(Map.of("mediaUse", "temporary"), PACK))))
        .isInstanceOf(PoisonEventException.class)
        .hasMessageContaining("house@1.0.0 cannot decide these facts");
    assertThat(classifyNarrowly.handle(cause(IntakeSamples.use(HARMLESS, PACK)))).isPresent();
  }

  private static Event cause(Fact fact) {
    return IntakeSamples.event(new UUID(1, 1), "t", "use/crowd-extension/1", fact);
  }
}
