package dev.picturelock.approval.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.picturelock.approval.gate.ActionKind;
import dev.picturelock.approval.gate.ReasonCode;
import dev.picturelock.contracts.event.AssetRef;
import dev.picturelock.contracts.event.EvidenceRef;
import dev.picturelock.contracts.event.ReviewSubject;
import dev.picturelock.contracts.event.RiskTier;
import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecisionRulesTest {
  private static final Instant NOW = Samples.NOON.plus(Duration.ofDays(1));
  private static final Statement STATEMENT = new Statement("user:contact", NOW, "as discussed");
  private static final UUID APPROVAL = new UUID(4, 4);

  @Test
  void openActionsStandInTheWayOfAnApproval() {
    var review = escalated();

    assertThatThrownBy(() -> require(review, approve(null), "user:contact"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> {
              assertThat(refused.type()).isEqualTo(ProblemType.NOT_ALLOWED_NOW);
              assertThat(refused.problem().details())
                  .containsEntry("openActions", List.of("LEGAL_REVIEW"));
            });
  }

  @Test
  void openActionsDoNotStandInTheWayOfARefusalOrAQuestion() {
    var review = escalated();

    assertThatCode(
            () -> {
              require(review, of(NewDecision.Outcome.REFUSED), "user:contact");
              require(review, of(NewDecision.Outcome.INFO_REQUESTED), "user:contact");
            })
        .doesNotThrowAnyException();
  }

  @Test
  void onceTheOthersAreDoneTheContactMayApprove() {
    var review = ready();

    require(review, approve(null), "user:contact");
    var approved = review.approve(APPROVAL, STATEMENT, false);

    assertThat(approved.openActions()).isEmpty();
    assertThat(approved.state()).isEqualTo(new ReviewState.Approved(APPROVAL, STATEMENT));
  }

  @Test
  void nobodyDecidesAnOwnRequest() {
    var review = ready();

    assertThatThrownBy(() -> require(review, approve(null), "client:comfy"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> {
              assertThat(refused.type()).isEqualTo(ProblemType.FORBIDDEN);
              assertThat(refused.problem().details()).containsEntry("reasonCode", "SELF_APPROVED");
            });
  }

  @Test
  void aSecondDecisionIsRefused() {
    var approved = ready().approve(APPROVAL, STATEMENT, false);
    var refused = ready().to(new ReviewState.Refused(STATEMENT));

    assertNotNow(approved);
    assertNotNow(refused);
  }

  @Test
  void whatIsCoveredOrSupersededIsNoLongerDecided() {
    assertNotNow(ready().to(new ReviewState.Covered(APPROVAL)));
    assertNotNow(ready().to(new ReviewState.Superseded(APPROVAL)));
  }

  @Test
  void aQuestionCanBeFollowedByADecision() {
    var asked = ready().to(new ReviewState.InfoRequested(STATEMENT));

    assertThatCode(() -> require(asked, approve(null), "user:contact")).doesNotThrowAnyException();
  }

  @Test
  void newEvidenceAnswersAQuestion() {
    var asked = escalated().to(new ReviewState.InfoRequested(STATEMENT));

    var answered =
        asked.close(
            ActionKind.LEGAL_REVIEW, List.of(opinion()), ReasonCode.SATISFIED, "user:legal", NOW);

    assertThat(answered.state()).isEqualTo(new ReviewState.Open());
  }

  @Test
  void aConditionKeepsTheWrittenApprovalOpen() {
    var approved = ready().approve(APPROVAL, STATEMENT, true);

    assertThat(approved.openActions()).containsExactly("WRITTEN_APPROVAL");
    assertThat(approved.action(ActionKind.WRITTEN_APPROVAL).orElseThrow().state())
        .isEqualTo(new RequiredAction.State.Open(ReasonCode.CONDITION_OPEN));
  }

  @Test
  void anAssetWithoutAUseCannotBeApprovedForItsUse() {
    var lonely = Samples.asset(RiskTier.CAUTION, "WRITTEN_APPROVAL");
    var review =
        Samples.review(
            new Classified(
                lonely.event(),
                lonely.at(),
                lonely.titleId(),
                ReviewSubject.of(new AssetRef("a", "v1"), null),
                lonely.requestedBy(),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                lonely.classification()));

    assertBadField(review, ApprovalScope.USE, null, "/scope");
  }

  @Test
  void aUseHasNoVersionOfAnAssetToApprove() {
    var review = Samples.review(Samples.use(RiskTier.CAUTION, "WRITTEN_APPROVAL"));

    assertBadField(review, ApprovalScope.ASSET_VERSION, null, "/scope");
  }

  @Test
  void anApprovalCannotEndBeforeItBegins() {
    assertBadField(ready(), null, NOW, "/validUntil");
  }

  private static void assertBadField(
      Review review, @Nullable ApprovalScope scope, @Nullable Instant validUntil, String pointer) {
    var decision =
        new NewDecision(NewDecision.Outcome.APPROVED, "yes", scope, validUntil, List.of());

    assertThatThrownBy(() -> require(review, decision, "user:contact"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused ->
                assertThat(refused.problem().errors().getFirst().pointer()).isEqualTo(pointer));
  }

  private static void assertNotNow(Review review) {
    assertThatThrownBy(() -> require(review, of(NewDecision.Outcome.REFUSED), "user:contact"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.type()).isEqualTo(ProblemType.NOT_ALLOWED_NOW));
  }

  private static void require(Review review, NewDecision decision, String actor) {
    DecisionRules.require(review, decision, actor, NOW);
  }

  private static Review escalated() {
    return Samples.review(
        Samples.asset(
            RiskTier.ESCALATE,
            "ESCALATE_TO_CONTACT",
            "LEGAL_REVIEW",
            "NOTIFY_CONTACT",
            "WRITTEN_APPROVAL"));
  }

  private static Review ready() {
    return escalated()
        .close(
            ActionKind.LEGAL_REVIEW, List.of(opinion()), ReasonCode.SATISFIED, "user:legal", NOW);
  }

  private static EvidenceRef opinion() {
    return new EvidenceRef("opinion", "L-12", null, null, null);
  }

  private static NewDecision approve(@Nullable ApprovalScope scope) {
    return new NewDecision(NewDecision.Outcome.APPROVED, "yes", scope, null, List.of());
  }

  private static NewDecision of(NewDecision.Outcome outcome) {
    return new NewDecision(outcome, "because", null, null, List.of());
  }
}
