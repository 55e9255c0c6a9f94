package dev.picturelock.approval.review;

import static dev.picturelock.approval.review.Samples.FACTS;
import static dev.picturelock.approval.review.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.contracts.event.RiskTier;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ApprovalTest {
  private static final Classified USE = Samples.use(RiskTier.CAUTION, "WRITTEN_APPROVAL");
  private static final Classified ASSET = Samples.asset(RiskTier.CAUTION, "WRITTEN_APPROVAL");

  @Test
  void anApprovedUseReachesItsAssetsWithTheSameFactsAndTool() {
    assertThat(Samples.approval(ApprovalScope.USE, USE).reaches(ASSET)).isTrue();
  }

  @Test
  void anApprovedVersionReachesNothingElse() {
    assertThat(Samples.approval(ApprovalScope.ASSET_VERSION, ASSET).reaches(ASSET)).isFalse();
  }

  @Test
  void otherFactsAreNotReached() {
    var other = Samples.asset("c".repeat(64), "comfyui", List.of(), RiskTier.CAUTION);

    assertThat(Samples.approval(ApprovalScope.USE, USE).reaches(other)).isFalse();
  }

  @Test
  void anotherToolIsNotReached() {
    var other = Samples.asset(FACTS, "othertool", List.of(), RiskTier.CAUTION);

    assertThat(Samples.approval(ApprovalScope.USE, USE).reaches(other)).isFalse();
  }

  @Test
  void nothingIsReachedFromTheEndOn() {
    assertThat(until(NOON.plusSeconds(1)).reaches(ASSET)).isTrue();
    assertThat(until(NOON).reaches(ASSET)).isFalse();
  }

  @Test
  void aRevokedApprovalReachesNothing() {
    var revoked =
        Samples.approval(ApprovalScope.USE, USE).revoke(new Statement("user:legal", NOON, "no"));

    assertThat(revoked.reaches(ASSET)).isFalse();
  }

  @Test
  void anApprovalOnConditionReachesNothingUntilTheConditionIsConfirmed() {
    var plain = Samples.approval(ApprovalScope.USE, USE);
    var conditional = with(plain, List.of("blur the sign"), false, null);

    assertThat(conditional.reaches(ASSET)).isFalse();
    assertThat(conditional.confirmConditions().reaches(ASSET)).isTrue();
  }

  private static Approval until(Instant end) {
    return with(Samples.approval(ApprovalScope.USE, USE), List.of(), true, end);
  }

  private static Approval with(
      Approval plain, List<String> conditions, boolean met, @Nullable Instant end) {
    return new Approval(
        new UUID(5, 5),
        plain.review(),
        plain.titleId(),
        plain.subject(),
        plain.scope(),
        plain.factsSha256(),
        plain.tool(),
        plain.statement(),
        conditions,
        met,
        end,
        null);
  }
}
