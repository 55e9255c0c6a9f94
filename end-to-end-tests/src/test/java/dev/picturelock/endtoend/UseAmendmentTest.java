package dev.picturelock.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// A changed report of a use is its next version, judged anew; what was made under the first stays
/// as it was judged.
@FlowTest
@Order(2)
class UseAmendmentTest {

  private static final String USE =
      """
      {"use": "signage", "description": "Signs on the quay%s",
       "facts": {"mediaUse": "final", "prominence": "%s", "storyRelevant": "no",
                 "keyCreativeElement": "no", "toolStoresOrTrains": "no", "enterpriseTool": "yes",
                 "outputReplicatesThirdParty": "no", "talentUse": "none",
                 "unionWorkImpact": "no"}}
      """;

  private final Production production;
  private JsonNode first = Answer.parse(new byte[] {'0'});
  private JsonNode repeated = first;
  private JsonNode second = first;
  private JsonNode third = first;
  private String before = "";
  private String after = "";
  private String laidOver = "";

  UseAmendmentTest(Production production) {
    this.production = production;
  }

  @BeforeAll
  void reportAmendAndRegister() {
    first = production.report(USE.formatted("", "incidental"));
    before = register("amended_before", "{}");
    repeated = production.report(USE.formatted("", "incidental"));
    // the review of version 1 must be there before it can be replaced
    var _ = production.reviews(List.of("use/signage/1"));
    second = production.report(USE.formatted("", "prominent"));
    after = register("amended_after", "{}");
    laidOver = register("amended_laid_over", "{\"prominence\": \"incidental\"}");
    third = production.report(USE.formatted(" and on the ferry", "prominent"));
  }

  @Test
  void makesANextVersionOfChangedContentOnly() {
    assertThat(first.path("version").asInt()).isEqualTo(1);
    assertThat(repeated).isEqualTo(first);
    assertThat(second.path("version").asInt()).isEqualTo(2);
    assertThat(third.path("version").asInt()).isEqualTo(3);
    assertThat(type(first)).isEqualTo("picturelock.use.reported.v1");
    assertThat(type(second)).isEqualTo("picturelock.use.amended.v1");
  }

  @Test
  void judgesTheNextVersionAnew() {
    var classified = production.classified(second.path("eventId").asText());

    assertThat(rules(production.classified(first.path("eventId").asText())))
        .containsExactly("R00", "P4");
    assertThat(classified.at("/data/use/version").asInt()).isEqualTo(2);
    assertThat(rules(classified)).containsExactly("R00", "P4", "F1");
    assertThat(classified.at("/data/classification/tier").asText()).isEqualTo("ESCALATE");
  }

  @Test
  void reviewsTheNewestVersionInPlaceOfTheOlder() {
    var newest = review("use/signage/3");

    assertThat(newest.path("status").asText()).isEqualTo("OPEN");
    assertThat(newest.path("description").asText()).isEqualTo("Signs on the quay and on the ferry");
    assertThat(newest.path("rules").findValuesAsText("id")).containsExactly("R00", "P4", "F1");
    Awaitility.await("the older versions are replaced")
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(() ->
            assertThat(List.of(review("use/signage/1"), review("use/signage/2")))
                .extracting(review -> review.path("status").asText())
                .containsOnly("SUPERSEDED"));
  }

  @Test
  void letsAssetsInheritTheFactsThatHoldWhenTheyAreRegistered() {
    var event = production.ledger.eventJson(after);

    assertThat(event.at("/data/use/version").asInt()).isEqualTo(2);
    assertThat(event.at("/data/facts/prominence").asText()).isEqualTo("prominent");
    assertThat(rules(production.classified(after))).containsExactly("R00", "P4", "F1");
    assertThat(rules(production.classified(laidOver))).containsExactly("R00", "P4");
  }

  @Test
  void leavesWhatWasMadeUnderTheFirstVersionAsItWasJudged() {
    var assets = production.assets(List.of("amended_before", "amended_after"));

    assertThat(production.ledger.eventJson(before).at("/data/use/version").asInt()).isEqualTo(1);
    assertThat(rules(production.classified(before))).containsExactly("R00", "P4");
    assertThat(Objects.requireNonNull(assets.get("amended_before")).path("tier").asText())
        .isEqualTo("CAUTION");
    assertThat(Objects.requireNonNull(assets.get("amended_after")).path("tier").asText())
        .isEqualTo("ESCALATE");
  }

  private String register(String asset, String facts) {
    return production.register(
        """
        {"asset": "%s", "version": "v001", "digests": {"sha256": "%s"},
         "contribution": "generated", "use": "signage", "facts": %s}
        """
            .formatted(asset, Demo.sha256(asset), facts));
  }

  private String type(JsonNode answer) {
    return production.ledger.eventJson(answer.path("eventId").asText()).path("type").asText();
  }

  private JsonNode review(String subject) {
    var listed = production.reviews(List.of(subject)).get(subject);
    return production.review(Objects.requireNonNull(listed).path("review").asText());
  }

  private static List<String> rules(JsonNode classified) {
    return classified.at("/data/classification/rules").findValuesAsText("id");
  }
}
