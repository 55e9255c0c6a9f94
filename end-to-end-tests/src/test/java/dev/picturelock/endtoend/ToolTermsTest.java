package dev.picturelock.endtoend;

import static dev.picturelock.endtoend.Account.PRODUCER;
import static dev.picturelock.endtoend.Service.INTAKE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// What a tool's terms say is believed before what is declared, and of the dated terms those that
/// were in force when the asset was made.
@FlowTest
@Order(2)
class ToolTermsTest {

  private static final String TOOL = "voicebench";

  /// All is well with the tool; nothing else adds a rule but what is needed to have a review.
  private static final String DECLARED =
      """
      {"mediaUse": "temporary", "keyCreativeElement": "unsure", "toolStoresOrTrains": "no",
       "enterpriseTool": "yes", "enterpriseToolAvailable": "yes", "inputKinds": [],
       "outputReplicatesThirdParty": "no", "talentUse": "none", "unionWorkImpact": "no"%s}
      """;

  private static final String SPRING = "2026-03-01T12:00:00Z";
  private static final String SUMMER = "2026-07-15T12:00:00Z";
  private static final String AUTUMN = "2026-10-01T12:00:00Z";

  private final Production production;
  private final Ledger studio;
  private String unsure = "";

  ToolTermsTest(Production production) {
    this.production = production;
    this.studio = new Ledger(production.api, "studio");
  }

  @BeforeAll
  void registerTheTool() {
    registerTool(TOOL);
    var _ = terms(TOOL, "2026-01-01", "no", "yes");
    unsure = terms(TOOL, "2026-06-01", "unsure", "yes");
  }

  @Test
  void believesTermsBeforeWhatIsDeclaredAndShowsWhereTheyContradict() {
    var event = register("terms_conflict", TOOL, SUMMER, DECLARED.formatted(""));

    assertThat(conflicts(event.at("/data/conflicts")))
        .containsExactly(tuple("toolStoresOrTrains", "no", "unsure", unsure));
    assertThat(event.at("/data/terms/terms").asText()).isEqualTo(unsure);
    assertThat(event.at("/data/facts/toolStoresOrTrains").asText()).isEqualTo("unsure");
    var classified = classified(event);
    assertThat(conflicts(classified.at("/data/conflicts")))
        .containsExactly(tuple("toolStoresOrTrains", "no", "unsure", unsure));
    assertThat(rules(classified)).containsExactly("R00", "P2", "K2");
    assertThat(tier(classified)).isEqualTo("ESCALATE");
    var review = review("asset/terms_conflict/v001");
    assertThat(conflicts(review.path("conflicts")))
        .containsExactly(tuple("toolStoresOrTrains", "no", "unsure", unsure));
    assertThat(review.at("/facts/toolStoresOrTrains").asText()).isEqualTo("unsure");
  }

  @Test
  void judgesAUseToldOfTodayByTheTermsOfToday() {
    var use =
        "{\"use\": \"terms-use\", \"tool\": \"%s\", \"facts\": %s}"
            .formatted(TOOL, DECLARED.formatted(""));
    var event = production.ledger.eventJson(production.report(use).path("eventId").asText());

    assertThat(conflicts(event.at("/data/conflicts")))
        .containsExactly(tuple("toolStoresOrTrains", "no", "unsure", unsure));
    assertThat(rules(classified(event))).containsExactly("R00", "P2", "K2");
    assertThat(review("use/terms-use/1").path("conflicts").size()).isEqualTo(1);
  }

  @Test
  void keepsAnAdverseAnswerThatTermsWouldExcuse() {
    var adverse =
        DECLARED
            .formatted("")
            .replace("\"toolStoresOrTrains\": \"no\"", "\"toolStoresOrTrains\": \"yes\"");
    var event = register("terms_adverse", TOOL, SPRING, adverse);

    assertThat(event.at("/data/conflicts")).isEmpty();
    assertThat(event.at("/data/facts/toolStoresOrTrains").asText()).isEqualTo("yes");
    assertThat(rules(classified(event))).containsExactly("R00", "P2", "K2");
  }

  @Test
  void believesTermsInEveryStageThatDeclares() {
    var stages =
        ", \"customPipeline\": \"yes\", \"stages\": [{\"name\": \"layout\"},"
            + " {\"name\": \"voice\", \"toolStoresOrTrains\": \"no\"}]";
    var event = register("terms_stage", TOOL, SUMMER, DECLARED.formatted(stages));

    assertThat(conflicts(event.at("/data/conflicts")))
        .containsExactly(
            tuple("toolStoresOrTrains", "no", "unsure", unsure),
            tuple("stages/1/toolStoresOrTrains", "no", "unsure", unsure));
    assertThat(review("asset/terms_stage/v001").path("conflicts").size()).isEqualTo(2);
  }

  @Test
  void judgesWhatWasMadeBeforeNewTermsByTheOldOnesHoweverLateItIsReported() {
    registerTool("linefix");
    var old = terms("linefix", "2026-01-01", "no", "yes");
    var early = register("terms_early", "linefix", SUMMER, DECLARED.formatted(""));
    var classifiedEarly = classified(early);

    var changed = terms("linefix", "2026-09-01", "yes", "no");
    var late = register("terms_late", "linefix", SUMMER, DECLARED.formatted(""));
    var madeAfter = register("terms_after", "linefix", AUTUMN, DECLARED.formatted(""));

    assertThat(late.at("/data/terms/terms").asText()).isEqualTo(old);
    assertThat(late.at("/data/conflicts")).isEmpty();
    assertThat(rules(classified(late))).containsExactly("R00", "K2");
    assertThat(conflicts(madeAfter.at("/data/conflicts")))
        .containsExactly(
            tuple("toolStoresOrTrains", "no", "yes", changed),
            tuple("enterpriseTool", "yes", "no", changed));
    assertThat(rules(classified(madeAfter))).containsExactly("R00", "P2", "P3", "K2", "C2");
    assertThat(rules(classifiedEarly)).containsExactly("R00", "K2");
    assertThat(production.assets(List.of("terms_early", "terms_after")))
        .hasEntrySatisfying("terms_early", asset -> assertTier(asset, "CAUTION"))
        .hasEntrySatisfying("terms_after", asset -> assertTier(asset, "ESCALATE"));
  }

  private void registerTool(String tool) {
    var described = "{\"name\": \"%s\", \"vendor\": \"Harbour Sound\"}".formatted(tool);
    var _ = production.api.put(PRODUCER, INTAKE, "/v1/tools/" + tool, described).expect(201);
  }

  /// The id of the snapshot, once it stands in the studio's ledger.
  private String terms(String tool, String from, String storesOrTrains, String agreement) {
    var terms =
        """
        {"effectiveFrom": "%s", "storesOrTrains": "%s", "enterpriseAgreement": "%s",
         "licenceTier": "studio", "documentSha256": "%s"}
        """
            .formatted(from, storesOrTrains, agreement, Demo.sha256(tool + from));
    var recorded =
        production.api.post(PRODUCER, INTAKE, "/v1/tools/" + tool + "/terms", terms).expect(201);

    var event = studio.eventJson(recorded.eventId());
    assertThat(event.path("type").asText()).isEqualTo("picturelock.tool.terms-recorded.v1");
    assertThat(event.path("titleid").asText()).isEqualTo("studio");
    assertThat(event.at("/data/terms/effectiveFrom").asText()).isEqualTo(from + "T00:00:00Z");
    assertThat(event.at("/data/terms/storesOrTrains").asText()).isEqualTo(storesOrTrains);
    return event.at("/data/terms/terms").asText();
  }

  /// The event of a registration, as the ledger has it.
  private JsonNode register(String asset, String tool, String madeAt, String facts) {
    var registration =
        """
        {"asset": "%s", "version": "v001", "digests": {"sha256": "%s"},
         "contribution": "generated",
         "generation": {"tool": "%s", "startedAt": "%s", "endedAt": "%s"}, "facts": %s}
        """
            .formatted(asset, Demo.sha256(asset), tool, madeAt, madeAt, facts);
    return production.ledger.eventJson(production.register(registration));
  }

  private JsonNode classified(JsonNode cause) {
    return production.classified(cause.path("id").asText());
  }

  private JsonNode review(String subject) {
    var listed = production.reviews(List.of(subject)).get(subject);
    return production.review(Objects.requireNonNull(listed).path("review").asText());
  }

  private static void assertTier(JsonNode asset, String tier) {
    assertThat(asset.path("tier").asText()).isEqualTo(tier);
  }

  private static String tier(JsonNode classified) {
    return classified.at("/data/classification/tier").asText();
  }

  private static List<String> rules(JsonNode classified) {
    return classified.at("/data/classification/rules").findValuesAsText("id");
  }

  private static List<Tuple> conflicts(JsonNode conflicts) {
    return StreamSupport.stream(conflicts.spliterator(), false)
        .map(conflict ->
            tuple(
                conflict.path("fact").asText(),
                conflict.path("declared").asText(),
                conflict.path("used").asText(),
                conflict.path("terms").asText()))
        .toList();
  }
}
