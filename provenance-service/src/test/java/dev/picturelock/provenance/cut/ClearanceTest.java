package dev.picturelock.provenance.cut;

import static dev.picturelock.provenance.cut.States.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.picturelock.provenance.cut.AssetState.Contribution;
import dev.picturelock.provenance.cut.AssetState.MediaUse;
import dev.picturelock.provenance.cut.AssetState.Review;
import dev.picturelock.provenance.cut.AssetState.Tier;
import dev.picturelock.provenance.cut.Match.By;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ClearanceTest {

  private static final AssetVersion COMP = new AssetVersion("comp", "v001");
  private static final AssetVersion PLATE = new AssetVersion("plate", "v001");
  private static final AssetVersion ROTO = new AssetVersion("roto", "v001");

  static Stream<Arguments> states() {
    return Stream.of(
        row("made without AI", withoutAi(COMP).build(), Verdict.NO_AI, ReasonCode.MADE_WITHOUT_AI),
        row("lowest tier", lowRisk(COMP).build(), Verdict.CLEARED, ReasonCode.LOW_RISK),
        row("approved", approved(COMP).build(), Verdict.CLEARED, ReasonCode.APPROVED),
        row(
            "approved with its use, no review of its own",
            approved(COMP).review(Review.NONE).build(),
            Verdict.CLEARED,
            ReasonCode.APPROVED),
        row(
            "approved until this very moment",
            approved(COMP).approvedUntil(NOW).build(),
            Verdict.CLEARED,
            ReasonCode.APPROVED),
        row(
            "approval revoked only later",
            approved(COMP).approvalRevoked(NOW.plusSeconds(1)).build(),
            Verdict.CLEARED,
            ReasonCode.APPROVED),
        row(
            "consent in force",
            approved(COMP).consent(true, null, null).build(),
            Verdict.CLEARED,
            ReasonCode.APPROVED),
        row(
            "not classified",
            approved(COMP).tier(null).review(Review.NONE).noApproval().build(),
            Verdict.PENDING,
            ReasonCode.NOT_CLASSIFIED),
        row(
            "approved but not classified",
            approved(COMP).tier(null).build(),
            Verdict.PENDING,
            ReasonCode.NOT_CLASSIFIED),
        row(
            "review open",
            approved(COMP).review(Review.OPEN).noApproval().build(),
            Verdict.PENDING,
            ReasonCode.REVIEW_OPEN),
        row(
            "review opened again after an approval",
            approved(COMP).review(Review.OPEN).build(),
            Verdict.PENDING,
            ReasonCode.REVIEW_OPEN),
        row(
            "needs a review nobody has opened",
            approved(COMP).tier(Tier.CAUTION).review(Review.NONE).noApproval().build(),
            Verdict.PENDING,
            ReasonCode.REVIEW_OPEN),
        row(
            "said to be approved, no approval there",
            approved(COMP).noApproval().build(),
            Verdict.PENDING,
            ReasonCode.REVIEW_OPEN),
        row(
            "lowest tier, said to be approved, no approval there",
            lowRisk(COMP).review(Review.APPROVED).build(),
            Verdict.PENDING,
            ReasonCode.REVIEW_OPEN),
        row(
            "lowest tier under review all the same",
            lowRisk(COMP).review(Review.OPEN).build(),
            Verdict.PENDING,
            ReasonCode.REVIEW_OPEN),
        row(
            "approved with an action opened again",
            approved(COMP).openActions("CONSENT_RECORD", "LEGAL_REVIEW").build(),
            Verdict.PENDING,
            ReasonCode.ACTION_OPEN),
        row(
            "information requested",
            approved(COMP).review(Review.INFO_REQUESTED).noApproval().build(),
            Verdict.PENDING,
            ReasonCode.INFO_REQUESTED),
        row(
            "consent never recorded",
            approved(COMP).consent(false, null, null).build(),
            Verdict.PENDING,
            ReasonCode.CONSENT_MISSING),
        row(
            "consent that holds from now",
            approved(COMP).consentFrom(NOW).build(),
            Verdict.CLEARED,
            ReasonCode.APPROVED),
        row(
            "consent that does not hold yet",
            approved(COMP).consentFrom(NOW.plusSeconds(1)).build(),
            Verdict.PENDING,
            ReasonCode.CONSENT_MISSING),
        row(
            "input never registered",
            approved(COMP).unregisteredInput("sha256:12ab").build(),
            Verdict.UNRECORDED,
            ReasonCode.INPUT_UNKNOWN),
        row(
            "input registered nowhere that we know of",
            approved(COMP).inputs(PLATE).build(),
            Verdict.UNRECORDED,
            ReasonCode.INPUT_UNKNOWN),
        row(
            "refused",
            approved(COMP).review(Review.REFUSED).noApproval().build(),
            Verdict.BLOCKED,
            ReasonCode.REFUSED),
        row(
            "approval revoked",
            approved(COMP).approvalRevoked(NOW).build(),
            Verdict.BLOCKED,
            ReasonCode.APPROVAL_REVOKED),
        row(
            "approval revoked and review open again",
            approved(COMP).approvalRevoked(NOW).review(Review.OPEN).build(),
            Verdict.BLOCKED,
            ReasonCode.APPROVAL_REVOKED),
        row(
            "approval expired",
            approved(COMP).approvedUntil(NOW.minusSeconds(1)).build(),
            Verdict.BLOCKED,
            ReasonCode.APPROVAL_EXPIRED),
        row(
            "consent revoked",
            approved(COMP).consent(true, null, NOW).build(),
            Verdict.BLOCKED,
            ReasonCode.CONSENT_REVOKED),
        row(
            "consent expired",
            approved(COMP).consent(true, NOW.minusSeconds(1), null).build(),
            Verdict.BLOCKED,
            ReasonCode.CONSENT_EXPIRED),
        row(
            "consent revoked for footage made without AI",
            withoutAi(COMP).consent(true, null, NOW).build(),
            Verdict.BLOCKED,
            ReasonCode.CONSENT_REVOKED),
        row(
            "withdrawn",
            approved(COMP).withdrawn(NOW).build(),
            Verdict.BLOCKED,
            ReasonCode.WITHDRAWN),
        row(
            "withdrawn only later",
            approved(COMP).withdrawn(NOW.plusSeconds(1)).build(),
            Verdict.CLEARED,
            ReasonCode.APPROVED),
        row(
            "temporary",
            lowRisk(COMP).mediaUse(MediaUse.TEMPORARY).build(),
            Verdict.BLOCKED,
            ReasonCode.TEMPORARY_MEDIA_IN_CUT),
        row(
            "ideation",
            lowRisk(COMP).mediaUse(MediaUse.IDEATION).build(),
            Verdict.BLOCKED,
            ReasonCode.TEMPORARY_MEDIA_IN_CUT),
        row(
            "assisted counts as AI",
            withoutAi(COMP).contribution(Contribution.ASSISTED).build(),
            Verdict.PENDING,
            ReasonCode.NOT_CLASSIFIED));
  }

  @ParameterizedTest
  @MethodSource("states")
  void judgesAnAssetVersion(AssetState state, Verdict verdict, ReasonCode first) {
    var element = element(certain(COMP), state);

    assertThat(element.verdict()).isEqualTo(verdict);
    assertThat(element.reasons().getFirst().code()).isEqualTo(first);
    assertThat(element.reasons()).allSatisfy(reason -> assertThat(reason.detail()).endsWith("."));
  }

  @Test
  void hasARowForEveryCodeAboutAnAssetVersion() {
    var seen =
        states()
            .map(row -> (ReasonCode) row.get()[2])
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(ReasonCode.class)));

    var others =
        EnumSet.of(ReasonCode.NO_MATCH, ReasonCode.MATCH_UNCERTAIN, ReasonCode.NO_ELEMENTS);
    assertThat(seen).isEqualTo(EnumSet.complementOf(others));
  }

  @Test
  void ordersVerdictsFromBestToWorst() {
    assertThat(Verdict.values())
        .containsExactly(
            Verdict.NO_AI, Verdict.CLEARED, Verdict.PENDING, Verdict.UNRECORDED, Verdict.BLOCKED);
  }

  @Test
  void namesTheOpenActions() {
    var element =
        element(
            certain(COMP), approved(COMP).openActions("CONSENT_RECORD", "LEGAL_REVIEW").build());

    assertThat(element.reasons())
        .contains(Reason.of(ReasonCode.ACTION_OPEN, COMP, "Open: CONSENT_RECORD, LEGAL_REVIEW."));
  }

  @Test
  void isAsBadAsTheWorstThingUpstream() {
    var element =
        element(
            certain(COMP),
            approved(COMP).inputs(PLATE).build(),
            withoutAi(PLATE).inputs(ROTO).build(),
            approved(ROTO).approvalRevoked(NOW).build());

    assertThat(element.verdict()).isEqualTo(Verdict.BLOCKED);
    assertThat(element.reasons())
        .extracting(Reason::code, reason -> reason.version().orElseThrow())
        .containsExactly(
            tuple(ReasonCode.APPROVAL_REVOKED, ROTO), tuple(ReasonCode.APPROVED, COMP));
  }

  @Test
  void isWithoutAiOnlyIfEverythingUpstreamIs() {
    var comp = withoutAi(COMP).inputs(PLATE).build();

    var plain = element(certain(COMP), comp, withoutAi(PLATE).build());
    var assisted = element(certain(COMP), comp, approved(PLATE).build());

    assertThat(plain.verdict()).isEqualTo(Verdict.NO_AI);
    assertThat(assisted.verdict()).isEqualTo(Verdict.CLEARED);
    assertThat(assisted.reasons().getFirst().version()).contains(PLATE);
  }

  @Test
  void endsWhenInputsGoInACircle() {
    var element =
        element(
            certain(COMP),
            approved(COMP).inputs(PLATE, COMP).build(),
            approved(PLATE).inputs(ROTO).build(),
            approved(ROTO).inputs(COMP, PLATE).build());

    assertThat(element.verdict()).isEqualTo(Verdict.CLEARED);
  }

  @Test
  void followsAChainOfAHundredThousandInputs() {
    var versions =
        IntStream.range(0, 100_000).mapToObj(i -> new AssetVersion("asset", "v" + i)).toList();
    var states =
        IntStream.range(0, versions.size())
            .mapToObj(i ->
                i + 1 < versions.size()
                    ? approved(versions.get(i)).inputs(versions.get(i + 1)).build()
                    : approved(versions.get(i)).review(Review.REFUSED).build())
            .toArray(AssetState[]::new);

    var element = element(certain(versions.getFirst()), states);

    assertThat(element.verdict()).isEqualTo(Verdict.BLOCKED);
    assertThat(element.reasons()).hasSize(2);
  }

  @Test
  void leavesWhatNothingRegisteredFitsUnrecorded() {
    var element = element(new Match.None());

    assertThat(element.verdict()).isEqualTo(Verdict.UNRECORDED);
    assertThat(element.reasons())
        .containsExactly(
            Reason.of(ReasonCode.NO_MATCH, "Nothing registered fits 'clip' (shot.mov)."));
  }

  @Test
  void isAtBestPendingWhileTheMatchIsUncertain() {
    var match = new Match.Uncertain(List.of(COMP, PLATE), By.FILE_NAME, "two have this name");

    var harmless = element(match, approved(COMP).build(), withoutAi(PLATE).build());
    var harmful =
        element(match, approved(COMP).build(), approved(PLATE).review(Review.REFUSED).build());

    assertThat(harmless.verdict()).isEqualTo(Verdict.PENDING);
    assertThat(harmless.reasons().getFirst().detail())
        .isEqualTo("It may be any of [comp v001, plate v001]: two have this name.");
    assertThat(harmful.verdict()).isEqualTo(Verdict.BLOCKED);
  }

  @Test
  void judgesACutByItsWorstElement() {
    var cut =
        clearance(approved(COMP).build(), approved(PLATE).review(Review.OPEN).build())
            .of(List.of(shows(certain(COMP)), shows(certain(PLATE))));

    assertThat(cut.verdict()).isEqualTo(Verdict.PENDING);
    assertThat(cut.reasons())
        .containsExactly(Reason.of(ReasonCode.REVIEW_OPEN, PLATE, "Its review is open."));
    assertThat(cut.elements())
        .extracting(Clearance.OfElement::verdict)
        .containsExactly(Verdict.CLEARED, Verdict.PENDING);
  }

  @Test
  void tellsAnInputThatWasNeverRegisteredFromAMatchThatIsGone() {
    var cut =
        clearance(approved(COMP).inputs(PLATE).build())
            .of(List.of(shows(certain(COMP)), shows(certain(PLATE))));

    assertThat(cut.elements())
        .extracting(element -> element.reasons().getFirst().code())
        .containsExactly(ReasonCode.INPUT_UNKNOWN, ReasonCode.NO_MATCH);
  }

  @Test
  void doesNotJudgeWhatIsSwitchedOff() {
    var off =
        new ElementMatch(Elements.disabled(Elements.file("file:///x/shot.mov")), new Match.None());

    var cut = clearance(approved(COMP).build()).of(List.of(shows(certain(COMP)), off));

    assertThat(cut.verdict()).isEqualTo(Verdict.CLEARED);
    assertThat(cut.elements()).hasSize(1);
  }

  @Test
  void keepsACutWithoutElementsPending() {
    var cut = clearance().of(List.of());

    assertThat(cut.verdict()).isEqualTo(Verdict.PENDING);
    assertThat(cut.reasons()).extracting(Reason::code).containsExactly(ReasonCode.NO_ELEMENTS);
  }

  private static Arguments row(String name, AssetState state, Verdict verdict, ReasonCode first) {
    return argumentSet(name, state, verdict, first);
  }

  private static Match certain(AssetVersion version) {
    return new Match.Certain(version, By.ID);
  }

  private static ElementMatch shows(Match match) {
    return new ElementMatch(Elements.file("file:///x/shot.mov"), match);
  }

  private static Clearance.OfElement element(Match match, AssetState... states) {
    return clearance(states).of(List.of(shows(match))).elements().getFirst();
  }

  private static Clearance clearance(AssetState... states) {
    Map<AssetVersion, AssetState> known =
        Arrays.stream(states).collect(Collectors.toMap(AssetState::version, Function.identity()));
    return new Clearance(known, NOW);
  }
}
