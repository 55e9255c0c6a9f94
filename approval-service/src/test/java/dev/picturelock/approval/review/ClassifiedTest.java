package dev.picturelock.approval.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.contracts.event.RiskTier;
import org.junit.jupiter.api.Test;

class ClassifiedTest {

  @Test
  void aConsentCanNameTheUseTheAssetOrAPlaceInTheStory() {
    assertThat(Samples.asset(RiskTier.CAUTION).names())
        .containsExactlyInAnyOrder(
            "crowd",
            "AGM_104_065_010_comp",
            "104",
            "104_065",
            "104_065_010",
            "AGM_104",
            "AGM_104_065",
            "AGM_104_065_010");
  }

  @Test
  void theShowAloneIsNoUse() {
    assertThat(Samples.asset(RiskTier.CAUTION).names()).doesNotContain("AGM");
  }

  @Test
  void anAssetIsJudgedByTheDayItWasMadeAndAUseByToday() {
    assertThat(Samples.asset(RiskTier.CAUTION).dayOfUse(Samples.TODAY)).isEqualTo("2026-03-10");
    assertThat(Samples.use(RiskTier.CAUTION).dayOfUse(Samples.TODAY)).isEqualTo(Samples.TODAY);
  }
}
