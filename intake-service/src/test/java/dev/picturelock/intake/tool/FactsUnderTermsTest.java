package dev.picturelock.intake.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.contracts.event.FactConflict;
import dev.picturelock.contracts.event.TermsSnapshot;
import dev.picturelock.contracts.facts.Facts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsUnderTermsTest {
  private static final UUID ID = UUID.fromString("019aab00-0000-7000-8000-000000000001");

  @ParameterizedTest
  @CsvSource({
    "no,     no,     no,     false",
    "no,     unsure, unsure, true",
    "no,     yes,    yes,    true",
    "unsure, no,     unsure, false",
    "unsure, unsure, unsure, false",
    "unsure, yes,    yes,    true",
    "yes,    no,     yes,    false",
    "yes,    unsure, yes,    false",
    "yes,    yes,    yes,    false"
  })
  void storingOrTrainingIsNeverBelievedBetterThanTheTerms(
      String declared, String terms, String used, boolean conflict) {
    var stated = new Facts(Map.of("toolStoresOrTrains", declared, "enterpriseTool", "no"));

    var under = FactsUnderTerms.of(stated, terms(terms, "no"));

    assertThat(under.facts().stated()).containsEntry("toolStoresOrTrains", used);
    assertThat(under.conflicts())
        .isEqualTo(
            conflict
                ? List.of(new FactConflict("toolStoresOrTrains", declared, used, ID))
                : List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "yes,    yes,    yes,    false",
    "yes,    unsure, unsure, true",
    "yes,    no,     no,     true",
    "unsure, yes,    unsure, false",
    "unsure, no,     no,     true",
    "no,     yes,    no,     false",
    "no,     unsure, no,     false"
  })
  void anEnterpriseAgreementIsNeverBelievedBetterThanTheTerms(
      String declared, String terms, String used, boolean conflict) {
    var stated = new Facts(Map.of("enterpriseTool", declared, "toolStoresOrTrains", "yes"));

    var under = FactsUnderTerms.of(stated, terms("no", terms));

    assertThat(under.facts().stated()).containsEntry("enterpriseTool", used);
    assertThat(under.conflicts()).hasSize(conflict ? 1 : 0);
  }

  @Test
  void whatNobodyStatedIsTakenFromTheTerms() {
    var under = FactsUnderTerms.of(new Facts(Map.of("mediaUse", "final")), terms("no", "yes"));

    assertThat(under.facts().stated())
        .isEqualTo(
            Map.of("mediaUse", "final", "toolStoresOrTrains", "no", "enterpriseTool", "yes"));
    assertThat(under.conflicts()).isEmpty();
  }

  @Test
  void aStageCannotStateItselfOutOfTheTerms() {
    var stages =
        List.of(Map.of("name", "paint", "toolStoresOrTrains", "no"), Map.of("name", "comp"));

    var under = FactsUnderTerms.of(new Facts(Map.of("stages", stages)), terms("yes", "yes"));

    assertThat(under.facts().stages().get(0).facts().stated())
        .isEqualTo(Map.of("toolStoresOrTrains", "yes"));
    assertThat(under.facts().stages().get(1).facts().stated()).isEmpty();
    assertThat(under.conflicts())
        .containsExactly(new FactConflict("stages/0/toolStoresOrTrains", "no", "yes", ID));
  }

  @Test
  void withoutTermsTheFactsHoldAsStated() {
    var stated = new Facts(Map.of("toolStoresOrTrains", "no"));

    assertThat(FactsUnderTerms.of(stated, null)).isEqualTo(new FactsUnderTerms(stated, List.of()));
  }

  private static TermsSnapshot terms(String storesOrTrains, String enterpriseAgreement) {
    return new TermsSnapshot(
        ID, Instant.EPOCH, storesOrTrains, enterpriseAgreement, null, null, null);
  }
}
