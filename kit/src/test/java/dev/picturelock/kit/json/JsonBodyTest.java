package dev.picturelock.kit.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.picturelock.kit.problem.Problem;
import dev.picturelock.kit.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonBodyTest {
  enum Colour {
    RED,
    BLUE
  }

  record Part(String name, @Nullable UUID id) {}

  record Body(
      String name,
      @Nullable Integer count,
      @Nullable Boolean flag,
      @Nullable Instant at,
      @Nullable LocalDate day,
      @Nullable Colour colour,
      List<Part> parts,
      Map<String, String> words) {
    Body {
      parts = parts == null ? List.of() : List.copyOf(parts);
      words = words == null ? Map.of() : Map.copyOf(words);
    }
  }

  @Test
  void readsABodyWhoseOptionalFieldsAreAbsent() {
    var body = JsonBody.read("{\"name\":\"a\"}".getBytes(UTF_8), Body.class);

    assertThat(body).isEqualTo(new Body("a", null, null, null, null, null, List.of(), Map.of()));
  }

  @Test
  void cutsTheNameOfAnUnknownFieldThatIsVeryLong() {
    var problem = refused("{\"name\":\"a\",\"" + "x".repeat(20_000) + "\":1}");

    assertThat(problem.detail()).isEqualTo("unknown field '" + "x".repeat(120) + "…'");
    assertThat(problem.errors())
        .singleElement()
        .satisfies(error -> assertThat(error.value()).isEqualTo("x".repeat(120) + "…"));
  }

  @Test
  void pointsAtAnUnknownFieldAndNamesTheKnownOnes() {
    var problem =
        refused("{\"name\":\"a\",\"parts\":[{\"name\":\"b\"},{\"name\":\"c\",\"size\":1}]}");

    assertThat(problem.type()).isEqualTo("urn:picturelock:problem:invalid-body");
    assertThat(problem.errors())
        .singleElement()
        .satisfies(error -> {
          assertThat(error.pointer()).isEqualTo("/parts/1/size");
          assertThat(error.allowed()).containsExactly("id", "name");
        });
  }

  @Test
  void pointsAtWrongTypes() {
    pointsAt("{\"name\":1}", "/name", "a string");
    pointsAt("{\"name\":true}", "/name", "a string");
    pointsAt("{\"name\":{}}", "/name", "a string");
    pointsAt("{\"name\":\"a\",\"count\":\"1\"}", "/count", "a whole number");
    pointsAt("{\"name\":\"a\",\"count\":1.5}", "/count", "a whole number");
    pointsAt("{\"name\":\"a\",\"count\":99999999999}", "/count", "");
    pointsAt("{\"name\":\"a\",\"flag\":\"true\"}", "/flag", "true or false");
    pointsAt("{\"name\":\"a\",\"at\":\"noon\"}", "/at", "2026-11-22T10:00:00Z");
    pointsAt("{\"name\":\"a\",\"at\":\"\"}", "/at", "2026-11-22T10:00:00Z");
    pointsAt("{\"name\":\"a\",\"at\":\"+10000-01-01T00:00:00Z\"}", "/at", "2026-11-22T10:00:00Z");
    pointsAt("{\"name\":\"a\",\"at\":1}", "/at", "");
    pointsAt("{\"name\":\"a\",\"day\":\"2026-13-01\"}", "/day", "2026-11-22");
    pointsAt("{\"name\":\"a\",\"colour\":\"GREEN\"}", "/colour", "RED");
    pointsAt("{\"name\":\"a\",\"colour\":0}", "/colour", "");
    pointsAt("{\"name\":\"a\",\"parts\":{}}", "/parts", "an array");
    pointsAt("{\"name\":\"a\",\"parts\":[1]}", "/parts/0", "an object");
    pointsAt("{\"name\":\"a\",\"parts\":[{\"name\":\"b\",\"id\":\"x\"}]}", "/parts/0/id", "a UUID");
    pointsAt("{\"name\":\"a\",\"words\":{\"a/b~c\":1}}", "/words/a~1b~0c", "a string");
    pointsAt("[]", "", "an object");
    pointsAt("\"a\"", "", "");
  }

  @Test
  void pointsAtNullsAndAtWhatIsMissing() {
    pointsAt("{}", "/name", "missing");
    pointsAt("{\"name\":null}", "/name", "null");
    pointsAt("{\"name\":\"a\",\"parts\":[null]}", "/parts/0", "null");
    pointsAt("{\"name\":\"a\",\"words\":{\"b\":null}}", "/words/b", "null");
  }

  @Test
  void tellsWhereJsonIsBroken() {
    for (var broken :
        List.of(
            "{",
            "{\"name\":",
            "{\"name\":\"a\"",
            "{name:1}",
            "\u0000",
            "{\"name\":\"a\"}}",
            "{\"name\":\"a\",\"name\":\"b\"}",
            "{\"words\":" + "[".repeat(2_000))) {
      assertThat(refused(broken).status()).as(broken).isEqualTo(400);
    }
    assertThat(refused("{\n  \"name\": }").detail()).contains("line 2");
    assertThat(refused("").detail()).contains("empty");
    assertThat(refused("null").detail()).contains("null");
    assertThat(refusedBytes(new byte[] {'"', (byte) 0xff, '"'}).status()).isEqualTo(400);
  }

  @Test
  void refusesEscapesThatAreNoText() {
    for (var escape :
        List.of("\\u0000", "\\ud83c", "\\udfac", "\\ud83cx\\udfac", "\\udfac\\ud83c")) {
      assertThat(refused("{\"name\":\"" + escape + "\"}").type())
          .as(escape)
          .isEqualTo("urn:picturelock:problem:malformed-body");
    }
    for (var escape : List.of("\\\\u0000", "\\ud83c\\udfac", "\\u00e9", "🎬")) {
      assertThat(JsonBody.read(("{\"name\":\"" + escape + "\"}").getBytes(UTF_8), Body.class))
          .as(escape)
          .isNotNull();
    }
  }

  private static void pointsAt(String body, String pointer, String wanted) {
    var problem = refused(body);

    assertThat(problem.type()).as(body).isEqualTo("urn:picturelock:problem:invalid-body");
    assertThat(problem.errors())
        .as(body)
        .singleElement()
        .satisfies(error -> {
          assertThat(error.pointer()).isEqualTo(pointer);
          assertThat(error.detail()).contains(wanted);
        });
  }

  private static Problem refused(String body) {
    return refusedBytes(body.getBytes(UTF_8));
  }

  private static Problem refusedBytes(byte[] body) {
    return catchThrowableOfType(ProblemException.class, () -> JsonBody.read(body, Body.class))
        .problem();
  }
}
