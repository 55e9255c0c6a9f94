package dev.picturelock.approval.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.kit.access.TitleRole;
import java.util.Arrays;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class ActionKindTest {

  @Test
  void everyActionCanBeClosedBySomebody() {
    assertThat(ActionKind.values()).allSatisfy(kind -> assertThat(kind.roles()).isNotEmpty());
  }

  @Test
  void onlyTheContactAnswersForTheStreamer() {
    assertThat(ActionKind.closableBy(TitleRole.CONTACT))
        .containsExactlyInAnyOrder(ActionKind.ESCALATE_TO_CONTACT, ActionKind.WRITTEN_APPROVAL);
  }

  @Test
  void toolsAndAuditorsCloseNothing() {
    assertThat(ActionKind.closableBy(TitleRole.TOOL)).isEmpty();
    assertThat(ActionKind.closableBy(TitleRole.AUDITOR)).isEmpty();
  }

  @Test
  void toolTermsAreReadByCounselOrByThePrivacyOfficer() {
    assertThat(ActionKind.TOOL_TERMS_REVIEW.roles())
        .isEqualTo(EnumSet.of(TitleRole.LEGAL, TitleRole.PRIVACY));
  }

  @Test
  void whatThePerformerMustConsentToNeedsTheConsentItself() {
    assertThat(
            Arrays.stream(ActionKind.values())
                .filter(ActionKind::isNeededOfEveryPerformer)
                .map(ActionKind::closing))
        .containsOnly(ActionKind.Closing.BY_CONSENT);
  }
}
