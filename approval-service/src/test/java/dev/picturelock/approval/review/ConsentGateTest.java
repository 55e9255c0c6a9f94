package dev.picturelock.approval.review;

import static dev.picturelock.approval.gate.ActionKind.CONSENT_REPLICA_USE;
import static dev.picturelock.approval.review.Samples.FACTS;
import static dev.picturelock.approval.review.Samples.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.approval.gate.ReasonCode;
import dev.picturelock.contracts.event.RiskTier;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConsentGateTest {
  private static final LocalDate EARLIER = LocalDate.of(2026, 1, 1);
  private static final Classified TWO_PEOPLE =
      Samples.asset(
          FACTS, "comfyui", List.of("kim", "lee"), RiskTier.ESCALATE, "CONSENT_REPLICA_USE");

  @Test
  void everyPerformerMustHaveConsented() {
    var kim = Samples.consent(CONSENT_REPLICA_USE, "kim", EARLIER);
    var lee = Samples.consent(CONSENT_REPLICA_USE, "lee", EARLIER);

    assertThat(ConsentGate.judge(CONSENT_REPLICA_USE, TWO_PEOPLE, List.of(kim), Set.of(), TODAY))
        .isEqualTo(ReasonCode.WRONG_SUBJECT);
    assertThat(
            ConsentGate.judge(CONSENT_REPLICA_USE, TWO_PEOPLE, List.of(kim, lee), Set.of(), TODAY))
        .isEqualTo(ReasonCode.SATISFIED);
  }

  @Test
  void whoIsKnownToBeAMinorCannotSign() {
    var kim = Samples.consent(CONSENT_REPLICA_USE, "kim", EARLIER);
    var lee = Samples.consent(CONSENT_REPLICA_USE, "lee", EARLIER);

    var verdict =
        ConsentGate.judge(CONSENT_REPLICA_USE, TWO_PEOPLE, List.of(kim, lee), Set.of("lee"), TODAY);

    assertThat(verdict).isEqualTo(ReasonCode.WRONG_SIGNATORY);
  }

  @Test
  void anAssetThatWasMadeBeforeTheConsentIsNotHealedByIt() {
    var late = Samples.consent(CONSENT_REPLICA_USE, "kim", LocalDate.of(2026, 3, 11));
    var asset =
        Samples.asset(FACTS, "comfyui", List.of("kim"), RiskTier.ESCALATE, "CONSENT_REPLICA_USE");

    assertThat(ConsentGate.judge(CONSENT_REPLICA_USE, asset, List.of(late), Set.of(), TODAY))
        .isEqualTo(ReasonCode.NOT_YET_VALID);
  }

  @Test
  void withoutAnyConsentTheGateStaysClosedEvenWhereNobodyIsNamed() {
    var use = Samples.use(RiskTier.ESCALATE, "CONSENT_REPLICA_USE");

    assertThat(ConsentGate.judge(CONSENT_REPLICA_USE, use, List.of(), Set.of(), TODAY))
        .isEqualTo(ReasonCode.MISSING);
  }
}
