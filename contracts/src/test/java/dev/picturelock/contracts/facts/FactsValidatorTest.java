package dev.picturelock.contracts.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FactsValidatorTest {
  @Test
  void acceptsEveryValueOfTheVocabulary() {
    for (var fact : FactName.values()) {
      for (var value : fact.allowed()) {
        var facts = Map.of(fact.json(), fact.isList() ? List.of(value) : value);

        assertThat(FactsValidator.validate(facts, "/facts")).as("%s=%s", fact, value).isEmpty();
      }
    }
  }

  @Test
  void acceptsNoFactsAtAll() {
    assertThat(FactsValidator.validate(Map.of(), "")).isEmpty();
  }

  @Test
  void namesEveryErrorAtItsPlace() {
    var facts = new LinkedHashMap<String, Object>();
    facts.put("mediaUse", "finall");
    facts.put("colour/tone", "blue");
    facts.put("trainsModel", true);
    facts.put("inputKinds", List.of("script", "diary"));
    facts.put("stages", List.of(Map.of("enterpriseTool", "maybe"), Map.of("name", "x", "a", "b")));

    var errors = FactsValidator.validate(facts, "/facts");

    assertThat(errors)
        .extracting(FactsError::pointer)
        .containsExactly(
            "/facts/mediaUse",
            "/facts/colour~1tone",
            "/facts/trainsModel",
            "/facts/inputKinds/1",
            "/facts/stages/0/name",
            "/facts/stages/0/enterpriseTool",
            "/facts/stages/1/a");
    assertThat(errors.getFirst().value()).isEqualTo("finall");
    assertThat(errors.getFirst().allowed())
        .containsExactly("ideation", "temporary", "final", "unsure");
    assertThat(errors.get(1).allowed()).contains("mediaUse", "stages");
    assertThat(errors.get(2).value()).isEqualTo("true");
    assertThat(errors.getLast().allowed()).contains("name").doesNotContain("stages");
  }

  @Test
  void refusesANullAnswerAWordForAListAndAListForAWord() {
    var facts = new HashMap<String, Object>();
    facts.put("mediaUse", null);
    facts.put("inputKinds", "script");
    facts.put("talentUse", List.of("none"));

    assertThat(FactsValidator.validate(facts, ""))
        .extracting(FactsError::pointer)
        .containsExactlyInAnyOrder("/mediaUse", "/inputKinds", "/talentUse");
  }

  @Test
  void refusesWhatIsNoObjectOrNoListOfStages() {
    assertThat(FactsValidator.validate(List.of(), "/facts"))
        .extracting(FactsError::pointer)
        .containsExactly("/facts");
    assertThat(FactsValidator.validate(null, "/facts")).hasSize(1);
    assertThat(FactsValidator.validate(Map.of("stages", "none"), ""))
        .extracting(FactsError::pointer)
        .containsExactly("/stages");
    assertThat(FactsValidator.validate(Map.of("stages", List.of("one")), ""))
        .extracting(FactsError::pointer)
        .containsExactly("/stages/0");
  }

  @Test
  void refusesStagesWithinStagesAndANameAtTheRoot() {
    var stage = Map.of("name", "outer", "stages", List.of());

    assertThat(FactsValidator.validate(Map.of("stages", List.of(stage), "name", "x"), ""))
        .extracting(FactsError::pointer)
        .containsExactlyInAnyOrder("/stages/0/stages", "/name");
  }

  @Test
  void refusesMorePipelineStepsThanAnyoneHas() {
    var stage = Map.of("name", "s");
    var stages = new Object[FactsValidator.MAX_STAGES + 1];
    Arrays.fill(stages, stage);

    assertThat(FactsValidator.validate(Map.of("stages", Arrays.asList(stages)), ""))
        .extracting(FactsError::pointer)
        .containsExactly("/stages");
  }

  @Test
  void refusesAStageNameThatCannotBeShownOrHashed() {
    for (var name : List.of("", "  ", "a\u0000b", "line\nbreak", "\ud800", "x".repeat(101))) {
      assertThat(FactsValidator.validate(Map.of("stages", List.of(Map.of("name", name))), ""))
          .extracting(FactsError::pointer)
          .containsExactly("/stages/0/name");
    }
  }

  @Test
  void showsOnlyTheBeginningOfALongValue() {
    var errors = FactsValidator.validate(Map.of("mediaUse", "x".repeat(10_000)), "");

    assertThat(errors.getFirst().value()).hasSizeLessThan(200);
  }

  @Test
  void factsAreACopyAndCarryAllErrorsWhenTheyAreNone() {
    var stated = new HashMap<String, Object>(Map.of("mediaUse", "final"));

    var facts = new Facts(stated);
    stated.put("mediaUse", "ideation");

    assertThat(facts.word(FactName.MEDIA_USE)).contains("final");
    assertThatThrownBy(() -> new Facts(Map.of("a", "b", "mediaUse", "c")))
        .isInstanceOfSatisfying(
            InvalidFactsException.class, e -> assertThat(e.errors()).hasSize(2));
  }

  @Test
  void ofVeryManyErrorsOnlyTheFirstAreTold() {
    var words = Collections.nCopies(1_000_000, "no kind of input");

    var errors = FactsValidator.validate(Map.of("inputKinds", words), "/facts");

    assertThat(errors).hasSize(FactsValidator.MAX_ERRORS);
    assertThat(errors.getLast().pointer()).isEqualTo("/facts/inputKinds/99");
  }

  @Test
  void aWordListedTwiceIsKeptOnce() {
    var facts = new Facts(Map.of("inputKinds", List.of("script", "contract", "script")));

    assertThat(facts.stated()).containsEntry("inputKinds", List.of("script", "contract"));
  }

  @Test
  void statedFactsWinOverThoseBeneathThem() {
    var use =
        new Facts(
            Map.of("mediaUse", "temporary", "inputKinds", List.of("script"), "trainsModel", "no"));

    var merged =
        new Facts(Map.of("mediaUse", "final", "inputKinds", List.of("contract"))).laidOver(use);

    assertThat(merged.stated())
        .isEqualTo(
            Map.of("mediaUse", "final", "inputKinds", List.of("contract"), "trainsModel", "no"));
    assertThat(merged.with(FactName.TRAINS_MODEL, "yes").word(FactName.TRAINS_MODEL))
        .contains("yes");
  }

  @Test
  void stagesComeWithTheirNamesAndOwnFacts() {
    var facts =
        new Facts(
            Map.of("stages", List.of(Map.of("name", "roto", "inputKinds", List.of("contract")))));

    var stage = facts.stages().getFirst();

    assertThat(stage.name()).isEqualTo("roto");
    assertThat(stage.facts().words(FactName.INPUT_KINDS)).contains(List.of("contract"));
  }
}
