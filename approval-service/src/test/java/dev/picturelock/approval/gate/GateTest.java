package dev.picturelock.approval.gate;

import static dev.picturelock.approval.gate.ActionKind.ALL_PARTY_CONSENT;
import static dev.picturelock.approval.gate.ActionKind.CONSENT_ALTERATION;
import static dev.picturelock.approval.gate.ActionKind.CONSENT_REPLICA_USE;
import static dev.picturelock.approval.gate.ActionKind.ESTATE_CONSENT;
import static dev.picturelock.approval.gate.ActionKind.WRITTEN_APPROVAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GateTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
  private static final IntendedUse USE =
      new IntendedUse("agm", Set.of("re-voice"), DAY, "ada", false, false, "x1", "user:vfx");

  @Test
  void oneGoodConsentIsEnoughAmongBadOnes() {
    var evidence =
        List.of(
            signed(CONSENT_REPLICA_USE, ConsentForm.VERBAL, null),
            signed(CONSENT_REPLICA_USE, ConsentForm.SEPARATE_SIGNED, null),
            signed(CONSENT_REPLICA_USE, ConsentForm.STANDARD_TERMS, null));

    assertThat(Gate.judge(CONSENT_REPLICA_USE, evidence, USE)).isEqualTo(ReasonCode.SATISFIED);
  }

  @Test
  void theNearestMissGivesTheReason() {
    var evidence =
        List.of(
            signed(CONSENT_REPLICA_USE, ConsentForm.VERBAL, null),
            signed(CONSENT_REPLICA_USE, ConsentForm.SEPARATE_SIGNED, DAY.minusDays(3)));

    assertThat(Gate.judge(CONSENT_REPLICA_USE, evidence, USE)).isEqualTo(ReasonCode.REVOKED);
  }

  @Test
  void aConsentOfAnotherTypeCountsForNothing() {
    var evidence = List.of(signed(CONSENT_ALTERATION, ConsentForm.SEPARATE_SIGNED, null));

    assertThat(Gate.judge(CONSENT_REPLICA_USE, evidence, USE)).isEqualTo(ReasonCode.MISSING);
  }

  @Test
  void anAlterationMayRestOnStandardTermsButAModelForOtherWorkMayNot() {
    var alteration = List.of(signed(CONSENT_ALTERATION, ConsentForm.STANDARD_TERMS, null));
    var model = List.of(signed(ALL_PARTY_CONSENT, ConsentForm.STANDARD_TERMS, null));

    assertThat(Gate.judge(CONSENT_ALTERATION, alteration, USE)).isEqualTo(ReasonCode.SATISFIED);
    assertThat(Gate.judge(ALL_PARTY_CONSENT, model, USE)).isEqualTo(ReasonCode.NOT_CONSPICUOUS);
  }

  @Test
  void aFormNobodyNamedCountsAsNotWritten() {
    var evidence = List.of(signed(CONSENT_ALTERATION, ConsentForm.OTHER, null));

    assertThat(Gate.judge(CONSENT_ALTERATION, evidence, USE)).isEqualTo(ReasonCode.NOT_DOCUMENTED);
  }

  @Test
  void aConsentThatNamesNoUseReachesNone() {
    var evidence = List.of(consent("ada", SignerRole.PERFORMER, false, Set.of(), null));

    assertThat(Gate.judge(CONSENT_REPLICA_USE, evidence, USE)).isEqualTo(ReasonCode.OUT_OF_SCOPE);
  }

  @Test
  void anAgentMaySignOnlyWithAuthorityOnFile() {
    var without = List.of(consent("agent", SignerRole.AGENT, false, Set.of("re-voice"), null));
    var with = List.of(consent("agent", SignerRole.AGENT, true, Set.of("re-voice"), null));

    assertThat(Gate.judge(CONSENT_REPLICA_USE, without, USE)).isEqualTo(ReasonCode.WRONG_SIGNATORY);
    assertThat(Gate.judge(CONSENT_REPLICA_USE, with, USE)).isEqualTo(ReasonCode.SATISFIED);
  }

  @Test
  void somebodyElseCallingThemselvesThePerformerMayNotSign() {
    var evidence = List.of(consent("bob", SignerRole.PERFORMER, true, Set.of("re-voice"), null));

    assertThat(Gate.judge(CONSENT_REPLICA_USE, evidence, USE))
        .isEqualTo(ReasonCode.WRONG_SIGNATORY);
  }

  @Test
  void theDeadCannotSignForThemselvesEvenAsTheirOwnEstate() {
    var own =
        new Document.Consent(
            ESTATE_CONSENT,
            "ada",
            "ada",
            SignerRole.ESTATE,
            true,
            ConsentForm.SEPARATE_SIGNED,
            "agm",
            Set.of("re-voice"),
            "cameo",
            DAY,
            null,
            null);

    assertThat(Gate.judge(ESTATE_CONSENT, List.of(own), USE)).isEqualTo(ReasonCode.WRONG_SIGNATORY);
  }

  @Test
  void aConsentHoldsNoLongerOnTheDayItIsRevoked() {
    var thatDay = List.of(signed(CONSENT_REPLICA_USE, ConsentForm.SEPARATE_SIGNED, DAY));
    var nextDay =
        List.of(signed(CONSENT_REPLICA_USE, ConsentForm.SEPARATE_SIGNED, DAY.plusDays(1)));

    assertThat(Gate.judge(CONSENT_REPLICA_USE, thatDay, USE)).isEqualTo(ReasonCode.REVOKED);
    assertThat(Gate.judge(CONSENT_REPLICA_USE, nextDay, USE))
        .isEqualTo(ReasonCode.SATISFIED_AT_TIME_OF_USE);
  }

  @Test
  void aRefusalOfThisContentIsFinalWhateverElseIsOnFile() {
    var evidence = List.of(decision("x1", true), decision("x1", false));

    assertThat(Gate.judge(WRITTEN_APPROVAL, evidence, USE)).isEqualTo(ReasonCode.REFUSED);
  }

  @Test
  void aRefusalOfAnotherVersionDoesNotCount() {
    var evidence = List.of(decision("x0", true), decision("x1", false));

    assertThat(Gate.judge(WRITTEN_APPROVAL, evidence, USE)).isEqualTo(ReasonCode.SATISFIED);
  }

  private static Document decision(String content, boolean refused) {
    return new Document.Approval(
        "user:contact", "user:vfx", content, true, refused, DAY, List.of());
  }

  private static Document.Consent signed(
      ActionKind type, ConsentForm form, @Nullable LocalDate revokedAt) {
    return new Document.Consent(
        type,
        "ada",
        "ada",
        SignerRole.PERFORMER,
        false,
        form,
        "agm",
        Set.of("re-voice"),
        "three new lines in the harbour scene",
        DAY.minusDays(30),
        null,
        revokedAt);
  }

  private static Document.Consent consent(
      String signer,
      SignerRole role,
      boolean authority,
      Set<String> uses,
      @Nullable LocalDate validTo) {
    return new Document.Consent(
        CONSENT_REPLICA_USE,
        "ada",
        signer,
        role,
        authority,
        ConsentForm.SEPARATE_SIGNED,
        "agm",
        uses,
        "three new lines in the harbour scene",
        DAY.minusDays(30),
        validTo,
        null);
  }
}
