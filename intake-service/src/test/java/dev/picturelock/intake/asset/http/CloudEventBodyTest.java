package dev.picturelock.intake.asset.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.picturelock.kit.json.JsonBody;
import dev.picturelock.kit.problem.Problem;
import dev.picturelock.kit.problem.Problem.FieldError;
import dev.picturelock.kit.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEventBodyTest {
  private static final String DATA =
      """
      {"asset":"comp","version":"v1","digests":{"sha256":"%s"},"contribution":"generated"}\
      """
          .formatted("ab".repeat(32));
  private static final String EVENT =
      """
      {"specversion":"1.0","type":"picturelock.asset.registration.v1","source":"/node/7","id":"42","data":%s}\
      """
          .formatted(DATA);

  @Test
  void readsTheRegistrationAndNamesItBySourceAndId() {
    var read = read(EVENT);

    assertThat(read.registration().asset()).isEqualTo("comp");
    assertThat(read.pair()).isEqualTo("/node/7 42");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"time\":\"2026-11-20T10:00:00.123456789+01:00\"",
        "\"subject\":\"asset/comp/v1\"",
        "\"datacontenttype\":\"application/json\"",
        "\"datacontenttype\":\"Application/JSON; charset=utf-8\"",
        "\"datacontenttype\":null",
        "\"dataschema\":\"https://schemas.example/registration\"",
        "\"traceparent\":\"00-ab-cd-01\",\"partitionkey\":7,\"sampled\":true,\"left\":null"
      })
  void takesOptionalAttributesAndExtensions(String attributes) {
    assertThat(read(with(attributes)).registration().version()).isEqualTo("v1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"specversion\":\"1.0\"       | \"specversion\":\"0.3\" | /specversion | 0.3",
        "\"specversion\":\"1.0\"       | \"specversion\":1.0     | /specversion | 1.0",
        "\"specversion\":\"1.0\",      | ``                       | /specversion | ``",
        "picturelock.asset.registration.v1 | asset.made             | /type        | asset.made",
        "\"source\":\"/node/7\",       | ``                       | /source      | ``",
        "\"source\":\"/node/7\"        | \"source\":null          | /source      | ``",
        "\"source\":\"/node/7\"        | \"source\":\"a b\"       | /source      | a b",
        "\"source\":\"/node/7\"        | \"source\":\"\"          | /source      | ``",
        "\"id\":\"42\",                | ``                       | /id          | ``",
        "\"id\":\"42\"                 | \"id\":42                | /id          | 42",
        "\"id\":\"42\"                 | \"id\":\"\"              | /id          | ``",
        "\"id\":\"42\"                 | \"id\":\"42\",\"time\":\"noon\" | /time | noon",
        "\"id\":\"42\"                 | \"id\":\"42\",\"time\":\"2026-11-20T10:04Z\" | /time | 2026-11-20T10:04Z",
        "\"id\":\"42\"                 | \"id\":\"42\",\"datacontenttype\":\"text/xml\" | /datacontenttype | text/xml",
        "\"id\":\"42\"                 | \"id\":\"42\",\"dataschema\":\"a b\" | /dataschema | a b",
        "\"id\":\"42\"                 | \"id\":\"42\",\"subject\":\"\" | /subject | ``",
        "\"id\":\"42\"                 | \"id\":\"42\",\"traceParent\":\"x\" | /traceParent | traceParent",
        "\"id\":\"42\"                 | \"id\":\"42\",\"trace\":{\"a\":1} | /trace | an object",
        "\"id\":\"42\"                 | \"id\":\"42\",\"share\":0.5 | /share | 0.5"
      })
  void pointsAtTheAttributeThatIsWrong(String part, String other, String pointer, String value) {
    var problem = refused(EVENT.replace(part, other));

    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.type()).isEqualTo("urn:picturelock:problem:invalid-body");
    assertThat(problem.errors())
        .singleElement()
        .satisfies(error -> {
          assertThat(error.pointer()).isEqualTo(pointer);
          assertThat(error.value() == null ? "" : error.value()).isEqualTo(value);
          assertThat(error.detail()).isNotBlank();
        });
  }

  @Test
  void saysWhichTypeAndVersionItTakes() {
    var problem =
        refused(
            EVENT
                .replace("\"1.0\"", "\"2.0\"")
                .replace("picturelock.asset.registration.v1", "asset.made"));

    assertThat(problem.errors())
        .extracting(FieldError::pointer, FieldError::allowed)
        .containsExactlyInAnyOrder(
            tuple("/specversion", List.of("1.0")),
            tuple("/type", List.of("picturelock.asset.registration.v1")));
  }

  @Test
  void readsTheExampleOfTheDocumentation() throws IOException {
    var page = Path.of(System.getProperty("picturelock.root")).resolve("docs/intake.md");
    var example = Files.readString(page).split("```json\n", 2)[1].split("```", 2)[0];

    var read = read(example);

    assertThat(read.registration().contribution()).isEqualTo("none");
    assertThat(read.pair()).isEqualTo("/node/7 job-4711");
  }

  @Test
  void refusesDataThatIsNoRegistrationInJson() {
    pointsAt(EVENT.replace("\"data\":" + DATA, "\"data_base64\":\"e30=\""), "/data_base64");
    pointsAt(EVENT.replace(",\"data\":" + DATA, ""), "/data");
    pointsAt(EVENT.replace(DATA, "[]"), "/data");
    pointsAt(EVENT.replace(DATA, "null"), "/data");
    pointsAt("[]", "");
  }

  @Test
  void pointsIntoTheRegistration() {
    pointsAt(EVENT.replace("\"asset\":", "\"colour\":1,\"asset\":"), "/data/colour");
    pointsAt(EVENT.replace("\"asset\":", "\"size\":\"1\",\"asset\":"), "/data/size");
    var problem = refused(EVENT.replace("\"asset\":", "\"talent\":[null],\"asset\":"));

    assertThat(problem.errors()).extracting(FieldError::pointer).containsExactly("/data/talent/0");
    assertThat(problem.detail()).startsWith("/data/talent/0: ");
  }

  private static void pointsAt(String event, String pointer) {
    assertThat(refused(event).errors()).extracting(FieldError::pointer).containsExactly(pointer);
  }

  private static String with(String attributes) {
    return EVENT.replace("\"data\":", attributes + ",\"data\":");
  }

  private static CloudEventBody.Read read(String event) {
    return CloudEventBody.read(JsonBody.tree(event.getBytes(UTF_8)));
  }

  private static Problem refused(String event) {
    return catchThrowableOfType(ProblemException.class, () -> read(event)).problem();
  }
}
