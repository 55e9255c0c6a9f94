package dev.picturelock.intake;

import static dev.picturelock.intake.IntakeCalls.events;
import static dev.picturelock.intake.IntakeCalls.facts;
import static dev.picturelock.intake.IntakeCalls.open;
import static dev.picturelock.intake.IntakeCalls.register;
import static dev.picturelock.intake.IntakeCalls.registration;
import static dev.picturelock.intake.IntakeCalls.tool;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;

import dev.picturelock.contracts.event.AssetRegistered;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@IntakeSlice
class CloudEventSliceTest {
  @Test
  void registersWhatACloudEventHoldsAndTakesItsRepeatForTheSame() {
    open("ce-1");

    var eventId =
        send("ce-1", event("1", registration("a", "v1", ",\"name\":\"one.mov\"")))
            .statusCode(202)
            .body("asset", equalTo("a"))
            .extract()
            .<String>path("eventId");

    send("ce-1", event("1", registration("a", "v1", ",\"name\":\"one.mov\"")))
        .statusCode(202)
        .body("eventId", equalTo(eventId));
    register("ce-1", registration("a", "v1", ",\"name\":\"one.mov\""))
        .statusCode(202)
        .body("eventId", equalTo(eventId));
    assertThat(facts("ce-1", AssetRegistered.class)).hasSize(1);
  }

  @Test
  void sourceAndIdStandForOneContentForEver() {
    open("ce-2");
    send("ce-2", event("1", registration("a", "v1", ""))).statusCode(202);

    send("ce-2", event("1", registration("b", "v1", "")))
        .statusCode(409)
        .contentType("application/problem+json")
        .body("errors[0].pointer", equalTo("/data/asset"))
        .body("detail", containsString("/node/7 1"))
        .body("detail", endsWith("/data/asset"));
    send("ce-2", event("1", registration("b", "v1", "")).replace("/node/7", "/node/8"))
        .statusCode(202);
    assertThat(facts("ce-2", AssetRegistered.class))
        .extracting(AssetRegistered::asset)
        .containsExactly("a", "b");
  }

  @Test
  void theRegistrationsOwnIdStaysItsNameInEveryForm() {
    open("ce-3");
    var named = registration("a", "v1", ",\"id\":\"k1\"");
    send("ce-3", event("1", named)).statusCode(202);

    send("ce-3", event("2", named)).statusCode(202);
    send("ce-3", event("1", registration("b", "v1", ",\"id\":\"k1\"")))
        .statusCode(409)
        .body("errors[0].pointer", equalTo("/data/asset"));
    register("ce-3", registration("b", "v1", ",\"id\":\"k1\""))
        .statusCode(409)
        .body("errors[0].pointer", equalTo("/asset"));
    send("ce-3", event("1", registration("b", "v1", ""))).statusCode(202);
    tool("ce-3")
        .contentType("application/cloudevents+json")
        .header("Idempotency-Key", "k2")
        .body(bytes(event("1", named)))
        .post("/v1/titles/ce-3/assets")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/data/id"));
  }

  @Test
  void pointsIntoTheEventWhateverIsWrong() {
    open("ce-4");

    send("ce-4", event("1", registration("a", "v1", ",\"facts\":{\"mediaUse\":\"forever\"}")))
        .statusCode(400)
        .body("type", equalTo("urn:picturelock:problem:invalid-facts"))
        .body("errors[0].pointer", equalTo("/data/facts/mediaUse"))
        .body("errors[0].value", equalTo("forever"))
        .body("errors[0].allowed.size()", equalTo(4));
    send("ce-4", event("1", registration("a", "v1", ",\"use\":\"never\"")))
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/data/use"));
    send("ce-4", event("1", registration("a", "v1", "")).replace("1.0", "0.3"))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/specversion"));
    send("ce-4", "{\"specversion\":").statusCode(400);
    send("ce-4", "{\"data\":" + "{\"a\":".repeat(2_000)).statusCode(400);
    send("ce-4", event("1", "{\"name\":\"" + "x".repeat(9 << 20) + "\"}")).statusCode(413);
    tool("ce-4")
        .contentType("application/cloudevents-batch+json")
        .body(bytes("[]"))
        .post("/v1/titles/ce-4/assets")
        .then()
        .statusCode(415);
    assertThat(events("ce-4")).hasSize(1);
  }

  @Test
  void acceptsTheGoodEventsOfABatchAndExplainsTheOthers() {
    open("ce-5");
    var good = event("1", registration("a", "v1", ""));
    var items =
        List.of(
            good,
            good,
            event("1", registration("b", "v1", "")),
            event("4", registration("c", "v1", ",\"facts\":{\"colour\":\"red\"}")),
            event("5", registration("c", "v1", ",\"size\":\"1\"")),
            event("6", registration("c", "v1", "")).replace("registration.v1", "registration.v9"),
            "[]",
            event("8", registration("c", "v1", ",\"use\":\"never\"")),
            event("9", registration("d", "v1", "")));

    var answer =
        sendAll("ce-5", items)
            .statusCode(200)
            .body(
                "items.status",
                equalTo(
                    List.of(
                        "accepted",
                        "duplicate",
                        "rejected",
                        "rejected",
                        "rejected",
                        "rejected",
                        "rejected",
                        "rejected",
                        "accepted")));

    answer
        .body("items[2].problem.status", equalTo(409))
        .body("items[2].problem.errors[0].pointer", equalTo("/data/asset"))
        .body("items[3].problem.errors[0].pointer", equalTo("/data/facts/colour"))
        .body("items[4].problem.status", equalTo(400))
        .body("items[5].problem.errors[0].pointer", equalTo("/type"))
        .body("items[6].problem.errors[0].pointer", equalTo(""))
        .body("items[7].problem.status", equalTo(422))
        .body("items[7].problem.errors[0].pointer", equalTo("/data/use"));
    assertThat(facts("ce-5", AssetRegistered.class))
        .extracting(AssetRegistered::asset)
        .containsExactly("a", "d");
  }

  @Test
  void takesAThousandEventsAndNotOneMore() {
    open("ce-6");
    var items = new ArrayList<String>();
    for (int i = 0; i < 1_000; i++) {
      items.add(event(String.valueOf(i), registration("asset-" + i, "v1", "")));
    }

    sendAll("ce-6", items)
        .statusCode(200)
        .body("items.status.unique()", equalTo(List.of("accepted")));
    items.add(event("1000", registration("asset-1000", "v1", "")));
    sendAll("ce-6", items).statusCode(400).body("errors[0].value", equalTo("1001 items"));
    sendAll("ce-6", List.of()).statusCode(200).body("items", equalTo(List.of()));
    tool("ce-6")
        .contentType("application/cloudevents-batch+json")
        .body(bytes(items.getFirst()))
        .post("/v1/titles/ce-6/assets/batch")
        .then()
        .statusCode(400);
    assertThat(facts("ce-6", AssetRegistered.class)).hasSize(1_000);
  }

  @Test
  void isDescribedInOpenApi() {
    given()
        .get("/q/openapi?format=json")
        .then()
        .body(
            "paths.'/v1/titles/{title}/assets'.post.requestBody.content",
            hasKey("application/cloudevents+json"))
        .body(
            "paths.'/v1/titles/{title}/assets/batch'.post.requestBody.content",
            hasKey("application/cloudevents-batch+json"))
        .body(
            "components.schemas.RegistrationEvent.properties.type.enum",
            equalTo(List.of("picturelock.asset.registration.v1")));
  }

  private static String event(String id, String data) {
    return """
    {"specversion":"1.0","type":"picturelock.asset.registration.v1","source":"/node/7","id":"%s",\
    "time":"2026-11-20T10:00:00Z","datacontenttype":"application/json","farmnode":"n3","data":%s}\
    """
        .formatted(id, data);
  }

  private static ValidatableResponse send(String title, String event) {
    return tool(title)
        .contentType("application/cloudevents+json")
        .body(bytes(event))
        .post("/v1/titles/" + title + "/assets")
        .then();
  }

  private static ValidatableResponse sendAll(String title, List<String> items) {
    return tool(title)
        .contentType("application/cloudevents-batch+json; charset=UTF-8")
        .body(bytes(items.toString()))
        .post("/v1/titles/" + title + "/assets/batch")
        .then();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
