package dev.picturelock.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/// What a service answered.
final class Answer {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final String asked;
  private final int status;
  private final String contentType;
  private final Optional<Duration> retryAfter;
  private final byte[] body;

  private Answer(HttpResponse<byte[]> response) {
    asked = response.request().method() + " " + response.request().uri();
    status = response.statusCode();
    contentType = response.headers().firstValue("Content-Type").orElse("");
    retryAfter =
        response.headers().firstValue("Retry-After").map(Long::parseLong).map(Duration::ofSeconds);
    body = response.body();
  }

  static Answer of(HttpResponse<byte[]> response) {
    return new Answer(response);
  }

  int status() {
    return status;
  }

  String contentType() {
    return contentType;
  }

  /// How long to wait before the same is sent again, if the answer says so.
  Optional<Duration> retryAfter() {
    return retryAfter;
  }

  byte[] body() {
    return body.clone();
  }

  /// This answer, if it has that status; else an error that shows all of it.
  Answer expect(int wanted) {
    assertThat(status).describedAs("%s%n%s", asked, text()).isEqualTo(wanted);
    return this;
  }

  /// This answer, if it is one of success.
  Answer expectSuccess() {
    assertThat(status).describedAs("%s%n%s", asked, text()).isBetween(200, 299);
    return this;
  }

  JsonNode json() {
    return parse(body);
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /// The event that the call caused.
  String eventId() {
    var id = json().path("eventId").asText();
    assertThat(id).describedAs("eventId in %s", text()).isNotEmpty();
    return id;
  }

  static JsonNode parse(byte[] json) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(new String(json, StandardCharsets.UTF_8), e);
    }
  }
}
