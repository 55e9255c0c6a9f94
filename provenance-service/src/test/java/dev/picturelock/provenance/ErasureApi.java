package dev.picturelock.provenance;

import static io.restassured.RestAssured.given;

import dev.picturelock.testkit.TestTokens;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/// Erasures as those ask for them who may.
final class ErasureApi {
  private ErasureApi() {}

  static ValidatableResponse erase(RequestSpecification who, String title, String body) {
    return who.contentType("application/json").body(body).post(path(title)).then();
  }

  static String path(String title) {
    return "/v1/titles/" + title + "/erasures";
  }

  static String person(String person, String ground) {
    return "{\"person\": \"%s\", \"ground\": \"%s\"}".formatted(person, ground);
  }

  static String event(UUID event, String ground) {
    return "{\"event\": \"%s\", \"ground\": \"%s\"}".formatted(event, ground);
  }

  static RequestSpecification as(String role, String title) {
    return as(TestTokens.user("pat").title(title, role));
  }

  static RequestSpecification as(TestTokens who) {
    return given().auth().oauth2(who.token());
  }
}
