package dev.picturelock.endtoend;

import static dev.picturelock.endtoend.Account.ALL_HATS;
import static dev.picturelock.endtoend.Service.CLASSIFIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// The rule book decides the same whichever way facts take: asked in a preview, registered with an
/// asset, or reported as a use from which an asset inherits them.
@FlowTest
@Order(2)
class PolicyCasesTest {

  /// Whoever has to do no more than tell the contact needs no review.
  private static final List<String> ONLY_TELLING = List.of("NOTIFY_CONTACT");

  private final Production production;
  private final Packs packs;
  private final List<PolicyCase> own = PolicyCase.own();
  private final List<PolicyCase> shared = PolicyCase.shared();
  private final Map<String, String> registered = new HashMap<>();
  private final Map<String, String> reported = new HashMap<>();

  PolicyCasesTest(Production production) {
    this.production = production;
    this.packs = new Packs(production.api);
  }

  /// Without a tool, so that no terms speak beside the facts. Every second case is reported as a
  /// use, and its asset says nothing itself.
  @BeforeAll
  void reportAndRegister() {
    var cases = both();
    var registrations = new ArrayList<String>();
    for (int i = 0; i < cases.size(); i++) {
      var fact = cases.get(i);
      if (i % 2 == 0) {
        registrations.add(registration(fact, "\"facts\": " + fact.facts()));
      } else {
        var use = "{\"use\": \"%s\", \"facts\": %s}".formatted(fact.use(), fact.facts());
        reported.put(fact.id(), production.report(use).path("eventId").asText());
        registrations.add(registration(fact, "\"use\": \"%s\"".formatted(fact.use())));
      }
    }
    var items = production.registerAll(registrations);
    for (int i = 0; i < cases.size(); i++) {
      assertThat(items.get(i).path("status").asText())
          .describedAs(items.get(i).toString())
          .isEqualTo("accepted");
      registered.put(cases.get(i).id(), items.get(i).path("eventId").asText());
    }
  }

  @Test
  void previewsOwnCases() {
    assertThat(own).isNotEmpty().allSatisfy(this::assertPreviewed);
  }

  @Test
  void previewsSharedCases() {
    assumeShared();

    assertThat(shared).allSatisfy(this::assertPreviewed);
  }

  @Test
  void classifiesOwnCasesInTheLedger() {
    assertThat(own).allSatisfy(this::assertInLedger);
  }

  @Test
  void classifiesSharedCasesInTheLedger() {
    assumeShared();

    assertThat(shared).allSatisfy(this::assertInLedger);
  }

  @Test
  void showsTheClassificationWithEveryAsset() {
    var assets = production.assets(both().stream().map(PolicyCase::asset).toList());

    assertThat(both())
        .allSatisfy(fact -> assertThat(fact.with(asset(assets, fact.asset()))).isEqualTo(fact));
  }

  @Test
  void opensAReviewThatShowsTheClassificationWhereThereIsMoreToDoThanTelling() {
    var causes = new HashMap<String, String>();
    for (var fact : both()) {
      causes.put("asset/" + fact.asset() + "/v001", registered.get(fact.id()));
      if (reported.containsKey(fact.id())) {
        causes.put("use/" + fact.use() + "/1", reported.get(fact.id()));
      }
    }
    var quiet =
        both().stream()
            .filter(fact -> fact.tier().equals("LOW") && fact.actions().equals(ONLY_TELLING))
            .flatMap(
                fact -> Stream.of("asset/" + fact.asset() + "/v001", "use/" + fact.use() + "/1"))
            .toList();

    var wanted = causes.keySet().stream().filter(subject -> !quiet.contains(subject)).toList();
    var reviews = production.reviews(wanted);

    assertThat(quiet).isNotEmpty().noneMatch(reviews::containsKey);
    assertThat(both())
        .allSatisfy(fact ->
            Stream.of("asset/" + fact.asset() + "/v001", "use/" + fact.use() + "/1")
                .filter(wanted::contains)
                .forEach(subject ->
                    assertReviewed(
                        fact,
                        Objects.requireNonNull(reviews.get(subject)),
                        Objects.requireNonNull(causes.get(subject)))));
  }

  private void assertPreviewed(PolicyCase fact) {
    var body = "{\"facts\": %s}".formatted(fact.facts());
    var preview =
        production.api.post(ALL_HATS, CLASSIFIER, Target.PREVIEW, body).expect(200).json();

    assertThat(fact.with(preview)).isEqualTo(fact);
    assertThat(preview.path("factsSha256").asText())
        .isEqualTo(Demo.sha256(Canonical.text(preview.path("facts"))));
  }

  private void assertInLedger(PolicyCase fact) {
    var causes =
        Stream.of(registered.get(fact.id()), reported.get(fact.id())).filter(Objects::nonNull);

    assertThat(causes)
        .isNotEmpty()
        .allSatisfy(cause -> {
          var event = production.classified(cause);
          var classification = event.at("/data/classification");
          assertThat(event.path("causationid").asText()).isEqualTo(cause);
          assertThat(fact.with(classification)).isEqualTo(fact);
          assertThat(classification.path("factsSha256").asText())
              .isEqualTo(Demo.sha256(Canonical.text(classification.path("facts"))));
          assertThat(classification.at("/policyPack/sha256").asText())
              .isEqualTo(packs.sha256(classification.path("policyPack")));
        });
  }

  private void assertReviewed(PolicyCase fact, JsonNode listed, String cause) {
    assertThat(fact.with(listed).actions()).isEqualTo(fact.actions());
    var review = production.review(listed.path("review").asText());

    assertThat(review.path("classifiedBy").asText())
        .isEqualTo(DerivedId.of(cause, "classification"));
    assertThat(review.path("tier").asText()).isEqualTo(fact.tier());
    assertThat(fact.with(review).rules()).isEqualTo(fact.rules());
    assertThat(review.path("rules")).allMatch(rule -> !rule.path("reason").asText().isBlank());
    assertThat(review.path("actions").findValuesAsText("action").stream().sorted())
        .containsExactlyElementsOf(fact.actions());
  }

  private List<PolicyCase> both() {
    return Stream.concat(own.stream(), shared.stream()).toList();
  }

  private void assumeShared() {
    assumeThat(shared).describedAs("no collection of cases at %s", PolicyCase.SHARED).isNotEmpty();
  }

  private static String registration(PolicyCase fact, String more) {
    return """
    {"asset": "%s", "version": "v001", "digests": {"sha256": "%s"},
     "contribution": "generated", %s}
    """
        .formatted(fact.asset(), Demo.sha256(fact.id()), more);
  }

  private static JsonNode asset(Map<String, JsonNode> assets, String name) {
    return Objects.requireNonNull(assets.get(name), name);
  }
}
