package dev.picturelock.approval.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.picturelock.approval.gate.ActionKind;
import dev.picturelock.contracts.event.RiskTier;
import dev.picturelock.kit.event.PoisonEventException;
import org.junit.jupiter.api.Test;

class OpeningTest {

  @Test
  void lowRiskThatOnlyNeedsTellingOpensNothing() {
    assertThat(Opening.open(Samples.asset(RiskTier.LOW, "NOTIFY_CONTACT"))).isEmpty();
    assertThat(Opening.open(Samples.asset(RiskTier.LOW))).isEmpty();
  }

  @Test
  void lowRiskThatNeedsMoreOpensAReview() {
    var review = Samples.review(Samples.asset(RiskTier.LOW, "NOTIFY_CONTACT", "TOOL_TERMS_REVIEW"));

    assertThat(review.openActions()).containsExactly("TOOL_TERMS_REVIEW");
  }

  @Test
  void anyHigherTierOpensAReviewWhateverItRequires() {
    assertThat(Opening.open(Samples.use(RiskTier.CAUTION, "NOTIFY_CONTACT"))).isPresent();
  }

  @Test
  void theReviewItselfTellsTheContact() {
    var review = Samples.review(Samples.asset(RiskTier.ESCALATE, "LEGAL_REVIEW", "NOTIFY_CONTACT"));

    assertThat(review.action(ActionKind.NOTIFY_CONTACT).orElseThrow().state())
        .isInstanceOfSatisfying(
            RequiredAction.State.Closed.class,
            closed -> {
              assertThat(closed.evidence().getFirst().kind()).isEqualTo("portal-record");
              assertThat(closed.at()).isEqualTo(Samples.NOON);
            });
    assertThat(review.openActions()).containsExactly("LEGAL_REVIEW");
  }

  @Test
  void aRepeatOfTheClassificationOpensTheSameReview() {
    var classified = Samples.asset(RiskTier.CAUTION, "WRITTEN_APPROVAL");

    assertThat(Opening.open(classified)).isEqualTo(Opening.open(classified));
  }

  @Test
  void anActionNobodyKnowsIsPoison() {
    var classified = Samples.asset(RiskTier.CAUTION, "ASK_THE_ORACLE");

    assertThatThrownBy(() -> Opening.open(classified))
        .isInstanceOf(PoisonEventException.class)
        .hasMessageContaining("ASK_THE_ORACLE");
  }
}
