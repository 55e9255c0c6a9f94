package dev.picturelock.endtoend;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// A batch is as good as its items: each is accepted or explained by itself.
@FlowTest
@Order(2)
class BatchTest {

  private static final int SIZE = 1_000;
  private static final int BAD_EVERY = 100;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /// What is said of a registration that is fine otherwise, and how it is refused.
  ///
  /// - **value** seen; that of an unknown field is its name, which stands in the pointer already
  /// - **allowed** a word out of what is allowed
  private record Bad(String member, String pointer, String value, String allowed) {}

  private static final List<Bad> BAD =
      List.of(
          new Bad("\"contribution\": \"some\"", "/contribution", "some", "assisted"),
          new Bad("\"facts\": {\"mood\": \"dark\"}", "/facts/mood", "mood", "mediaUse"),
          new Bad(
              "\"facts\": {\"talentUse\": \"maybe\"}",
              "/facts/talentUse",
              "maybe",
              "synthetic_performer"),
          new Bad(
              "\"facts\": {\"stages\": [{\"name\": \"comp\", \"inputKinds\": [\"scripts\"]}]}",
              "/facts/stages/0/inputKinds/0",
              "scripts",
              "script"),
          new Bad("\"colour\": \"red\"", "/colour", "colour", "mediaType"),
          new Bad("\"version\": \"v 1\"", "/version", "v 1", "letters, digits"),
          new Bad("\"size\": 1.5", "/size", "1.5", "whole number"),
          new Bad("\"digests\": {\"sha256\": \"ABC\"}", "/digests/sha256", "ABC", "64 lower-case"),
          new Bad("\"use\": \"nobody-asked\"", "/use", "nobody-asked", "unknown"),
          new Bad(
              "\"inputs\": [{\"sha256\": \"%s\"}, {\"sha256\": \"xyz\"}]"
                  .formatted(Demo.sha256("plate")),
              "/inputs/1/sha256",
              "xyz",
              "64 lower-case"));

  private final Production production;
  private List<JsonNode> items = List.of();
  private List<JsonNode> repeated = List.of();

  BatchTest(Production production) {
    this.production = production;
  }

  @BeforeAll
  void sendTheBatchTwice() {
    var batch = IntStream.range(0, SIZE).mapToObj(BatchTest::registration).toList();
    items = production.registerAll(batch);
    repeated = production.registerAll(batch);
  }

  @Test
  void acceptsTheGoodAndExplainsTheBad() {
    assertThat(items)
        .hasSize(SIZE)
        .allSatisfy(item -> {
          var bad = isBad(item.path("index").asInt());
          assertThat(item.path("status").asText()).isEqualTo(bad ? "rejected" : "accepted");
          assertThat(item.has("eventId")).isEqualTo(!bad);
        });
    assertThat(items.stream().filter(item -> item.has("problem"))).hasSameSizeAs(BAD);
    for (int i = 0; i < BAD.size(); i++) {
      assertExplained(items.get(i * BAD_EVERY).path("problem"), BAD.get(i));
    }
  }

  @Test
  void answersARepeatWithTheSameEvents() {
    assertThat(repeated)
        .hasSize(SIZE)
        .allSatisfy(item -> {
          int index = item.path("index").asInt();
          assertThat(item.path("status").asText())
              .isEqualTo(isBad(index) ? "rejected" : "duplicate");
          assertThat(item.path("eventId")).isEqualTo(items.get(index).path("eventId"));
          assertThat(item.path("problem")).isEqualTo(items.get(index).path("problem"));
        });
  }

  @Test
  void hasEveryAcceptedItemInTheLedgerAndClassifiedExactlyOnce() {
    var accepted =
        items.stream()
            .filter(item -> item.has("eventId"))
            .map(item -> item.path("eventId").asText())
            .toList();

    var classified =
        await("all of the batch is classified")
            .atMost(PATIENCE)
            .pollInterval(Duration.ofSeconds(1))
            .until(this::classifications, found -> found.keySet().containsAll(accepted));

    var registered =
        inLedger(event -> event.at("/data/asset").asText().startsWith("batch_")).stream()
            .map(event -> event.path("id").asText())
            .toList();
    assertThat(accepted).hasSize(SIZE - BAD.size()).doesNotHaveDuplicates();
    assertThat(registered).containsExactlyInAnyOrderElementsOf(accepted);
    assertThat(accepted).allSatisfy(id -> assertThat(classified).containsEntry(id, 1L));
  }

  private Map<String, Long> classifications() {
    return inLedger(event -> event.at("/data/asset/asset").asText().startsWith("batch_")).stream()
        .collect(groupingBy(event -> event.path("causationid").asText(), counting()));
  }

  private List<JsonNode> inLedger(Predicate<JsonNode> wanted) {
    return production.ledger.read().events().stream().filter(wanted).toList();
  }

  private static void assertExplained(JsonNode problem, Bad bad) {
    assertThat(problem.path("type").asText()).startsWith("urn:picturelock:problem:");
    assertThat(problem.path("detail").asText()).isNotBlank();
    var error =
        StreamSupport.stream(problem.path("errors").spliterator(), false)
            .filter(one -> one.path("pointer").asText().equals(bad.pointer()))
            .findFirst();
    assertThat(error).describedAs("%s in %s", bad, problem).isPresent();
    var inPointer = bad.pointer().substring(1);
    assertThat(error.get().path("value").asText(inPointer)).isEqualTo(bad.value());
    assertThat(error.get().toString()).contains(bad.allowed());
  }

  private static boolean isBad(int index) {
    return index % BAD_EVERY == 0;
  }

  /// LOW with nothing to do but telling, so that no review is opened for each.
  private static String registration(int index) {
    var asset = "batch_%04d".formatted(index);
    var members =
        """
        "asset": "%s", "version": "v001", "digests": {"sha256": "%s"},
        "contribution": "assisted",
        "facts": {"mediaUse": "ideation", "toolStoresOrTrains": "no", "enterpriseTool": "yes",
                  "outputReplicatesThirdParty": "no", "talentUse": "none",
                  "unionWorkImpact": "no"}
        """
            .formatted(asset, Demo.sha256(asset));
    return "{" + (isBad(index) ? spoilt(members, BAD.get(index / BAD_EVERY)) : members) + "}";
  }

  /// The bad member instead of the good one of that name.
  private static String spoilt(String members, Bad bad) {
    var name = bad.member().substring(0, bad.member().indexOf(':'));
    var kept =
        members
            .lines()
            .map(String::strip)
            .reduce("", String::concat)
            .replaceAll(name + ": (\"[^\"]*\"|\\{[^}]*\\})(, ?|,?$)", "");
    return kept.replaceAll(",\\s*$", "") + ", " + bad.member();
  }
}
