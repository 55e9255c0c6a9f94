package dev.picturelock.endtoend;

import static dev.picturelock.endtoend.Account.ADMIN;
import static dev.picturelock.endtoend.Account.ALL_HATS;
import static dev.picturelock.endtoend.Service.APPROVAL;
import static dev.picturelock.endtoend.Service.INTAKE;
import static dev.picturelock.endtoend.Service.PROVENANCE;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/// A title of its own, in which the tests of the rule book report and register as they like without
/// being in the way of the others, and one person who may do everything in it.
final class Production {

  static final String TITLE = "rulebook";

  private static final String PREFIX = "/v1/titles/" + TITLE;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  final Api api;
  final Ledger ledger;

  Production(RunningStack stack) {
    api = new Api(stack);
    ledger = new Ledger(api, TITLE, ALL_HATS);
    new Realm(stack, api)
        .addTitle(TITLE, "all-hats", List.of("tool", "production", "contact", "auditor"));
    var _ =
        api.post(ADMIN, INTAKE, "/v1/titles", "{\"id\": \"rulebook\", \"name\": \"Rule Book\"}")
            .expect(201);
  }

  /// The answer to a report of a use.
  JsonNode report(String use) {
    return api.post(ALL_HATS, INTAKE, PREFIX + "/uses", use).expect(202).json();
  }

  /// The id of the event that a registration caused.
  String register(String registration) {
    return api.post(ALL_HATS, INTAKE, PREFIX + "/assets", registration).expect(202).eventId();
  }

  /// What became of each registration of a batch.
  List<JsonNode> registerAll(List<String> registrations) {
    var body = "[" + String.join(",\n", registrations) + "]";
    return items(api.post(ALL_HATS, INTAKE, PREFIX + "/assets/batch", body).expect(200).json());
  }

  /// The classification that follows from an event of intake, as the ledger has it.
  JsonNode classified(String cause) {
    return ledger.eventJson(DerivedId.of(cause, "classification"));
  }

  /// The asset versions once every one of these is classified, by the name of the asset.
  Map<String, JsonNode> assets(List<String> wanted) {
    return await("classified assets")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .until(
            () ->
                all(
                    PROVENANCE,
                    PREFIX + "/assets?limit=500",
                    asset -> asset.path("asset").asText()),
            found ->
                wanted.stream()
                    .allMatch(asset -> found.containsKey(asset) && found.get(asset).has("tier")));
  }

  /// The reviews once there is one for each of these subjects, `asset/…` or `use/…`.
  Map<String, JsonNode> reviews(List<String> wanted) {
    return await("reviews")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> all(APPROVAL, PREFIX + "/reviews?limit=200", Production::subject),
            found -> found.keySet().containsAll(wanted));
  }

  /// One review as its own address shows it.
  JsonNode review(String id) {
    return api.get(ALL_HATS, APPROVAL, "/v1/reviews/" + id).expect(200).json();
  }

  private Map<String, JsonNode> all(Service service, String path, Function<JsonNode, String> name) {
    var found = new HashMap<String, JsonNode>();
    Pages.all(api, ALL_HATS, service, path).forEach(item -> found.put(name.apply(item), item));
    return found;
  }

  private static String subject(JsonNode review) {
    var asset = review.at("/subject/asset");
    var use = review.at("/subject/use");
    return asset.isObject()
        ? "asset/%s/%s".formatted(asset.path("asset").asText(), asset.path("version").asText())
        : "use/%s/%d".formatted(use.path("use").asText(), use.path("version").asInt());
  }

  private static List<JsonNode> items(JsonNode page) {
    return StreamSupport.stream(page.path("items").spliterator(), false).toList();
  }
}
