package dev.picturelock.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.contracts.facts.Facts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NormalisedFactsTest {
  @Test
  void silenceIsTakenAdverselyWhereTheRuleBookSaysSo() {
    var facts = NormalisedFacts.of(Facts.none());

    assertThat(facts.canonicalJson())
        .isEqualTo(
            """
            {"affectsPerformanceIntent":"no","alterationBasis":"unsure","customPipeline":"no",\
            "deceasedReferenced":"no","enterpriseTool":"unsure","enterpriseToolAvailable":"unsure",\
            "inputKinds":[],"keyCreativeElement":"unsure","mediaUse":"unsure",\
            "misleadingRealism":"no","outputReplicatesThirdParty":"unsure","prominence":"unsure",\
            "publicFigureReferenced":"no","replicaUseException":"none","reputationRisk":"no",\
            "stages":[],"storyRelevant":"unsure","talentModelScope":"none","talentUse":"unsure",\
            "thirdPartyIpReferenced":"no","toolStoresOrTrains":"unsure",\
            "trainingDataRights":"not_applicable","trainsModel":"no","unionWorkImpact":"unsure"}\
            """);
    assertThat(facts.sha256())
        .isEqualTo("edecac80d03dcd86f981eaeeb0636f87bec6c7e100909f4b87f9ad9ca4943468");
  }

  @Test
  void silenceDependsOnTheUseTheTrainingAndTheTalent() {
    var ideation = NormalisedFacts.of(new Facts(Map.of("mediaUse", "ideation"))).asMap();
    var ageing = NormalisedFacts.of(new Facts(Map.of("talentUse", "re_ageing"))).asMap();
    var training = NormalisedFacts.of(new Facts(Map.of("trainsModel", "unsure"))).asMap();

    assertThat(ideation)
        .containsEntry("prominence", "not_applicable")
        .containsEntry("storyRelevant", "no")
        .containsEntry("keyCreativeElement", "no");
    assertThat(ageing).containsEntry("affectsPerformanceIntent", "unsure");
    assertThat(training).containsEntry("trainingDataRights", "unsure");
  }

  @Test
  void aStageIsCompletedAfterItsFactsWereLaidOverTheWhole() {
    var facts =
        new Facts(
            Map.of(
                "customPipeline", "yes",
                "mediaUse", "temporary",
                "stages", List.of(Map.of("name", "comp", "mediaUse", "final"))));

    var normalised = NormalisedFacts.of(facts);

    assertThat(normalised.asMap()).containsEntry("prominence", "not_applicable");
    assertThat(normalised.asMap())
        .containsEntry(
            "stages",
            List.of(
                Map.of(
                    "name", "comp",
                    "mediaUse", "final",
                    "prominence", "unsure",
                    "storyRelevant", "unsure",
                    "keyCreativeElement", "unsure")));
    assertThat(normalised.steps()).hasSize(2);
    assertThat(normalised.steps().getLast().values())
        .containsEntry("prominence", "unsure")
        .containsEntry("stages", List.of("comp"))
        .doesNotContainKey("name");
  }

  @Test
  void stagesOfWhatIsNoPipelineAreKeptButNotJudged() {
    var facts = new Facts(Map.of("stages", List.of(Map.of("name", "comp"))));

    var normalised = NormalisedFacts.of(facts);

    assertThat(normalised.steps()).hasSize(1);
    assertThat(normalised.canonicalJson()).contains("\"name\":\"comp\"");
  }

  @Test
  void inputKindsAreASetAndNamesAreEscaped() {
    var facts =
        new Facts(
            Map.of(
                "inputKinds", List.of("script", "contract", "script"),
                "stages", List.of(Map.of("name", "say \"hé\" \\ twice"))));

    var text = NormalisedFacts.of(facts).canonicalJson();

    assertThat(text)
        .contains("\"inputKinds\":[\"contract\",\"script\"]")
        .contains("\"name\":\"say \\\"hé\\\" \\\\ twice\"");
  }
}
