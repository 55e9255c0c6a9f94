package dev.picturelock.intake.asset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.picturelock.kit.json.JsonBody;
import dev.picturelock.kit.problem.Problem;
import dev.picturelock.kit.problem.Problem.FieldError;
import dev.picturelock.kit.problem.ProblemException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationCheckTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final String SHA = "ab".repeat(32);

  private static final String FULL =
      """
      {"asset":"AGM_104_065_010_comp","version":"v007","name":"AGM.mov","mediaType":"video/quicktime",
       "digests":{"sha256":"%s","c4":"c41yP4cqy7jmaRDzC2bmcGNZkuQb3VdftMk6YH7ynQ2Qw4zktKsyA9fk52xghNQNAdkpF9iFmFkKh2bNVG4kDWhsok"},
       "size":73400320,"contribution":"generated","shot":{"episode":"104","scene":"065","shot":"010"},
       "use":"crowd-extension",
       "generation":{"tool":"comfyui","toolVersion":"0.3.40","model":"sdxl-base-1.0","modelVersion":"1",
         "prompt":"p","negativePrompt":"n","parameters":{"seed":"42"},"operator":"ana","account":"a",
         "startedAt":"2026-11-20T10:00:00Z","endedAt":"2026-11-20T10:01:00Z"},
       "inputs":[{"asset":"plate","version":"v001"},{"sha256":"%s"},
         {"source":"https://x.example","kind":"production_image","rights":"owned"}],
       "talent":["performer:kim"],"consents":["019aab00-0000-7000-8000-000000000001"],
       "facts":{"mediaUse":"final"}}\
      """
          .formatted(SHA, SHA);

  @Test
  void acceptsEveryDocumentedField() {
    assertThatCode(() -> check(FULL)).doesNotThrowAnyException();
  }

  @Test
  void tellsTheFirstOfVeryManyErrorsAndHowManyMoreThereAre() {
    var inputs = "{},".repeat(20_000) + "{}";

    var problem = refused(minimal(",\"inputs\":[" + inputs + "]"));

    assertThat(problem.errors()).hasSize(100);
    assertThat(problem.detail()).endsWith("(and 20001 more)");
  }

  @Test
  void acceptsTheLeastThatSaysAnything() {
    assertThatCode(() -> check(minimal(""))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"name\":\" \"                                                   | /name",
        "\"mediaType\":\"video\"                                          | /mediaType",
        "\"size\":-1                                                      | /size",
        "\"shot\":{\"scene\":\"\"}                                        | /shot/scene",
        "\"use\":\"a b\"                                                  | /use",
        "\"generation\":{\"tool\":\"Comfy UI\"}                           | /generation/tool",
        "\"generation\":{\"tool\":\"c\",\"startedAt\":\"2026-11-20T10:00:00Z\",\"endedAt\":\"2026-11-20T09:00:00Z\"} | /generation/endedAt",
        "\"generation\":{\"tool\":\"c\",\"endedAt\":\"2026-11-24T12:00:00Z\"} | /generation/endedAt",
        "\"generation\":{\"tool\":\"c\",\"parameters\":{\" \":\"x\"}}     | '/generation/parameters/ '",
        "\"inputs\":[{}]                                                  | /inputs/0",
        "\"inputs\":[{\"asset\":\"a\"}]                                   | /inputs/0/version",
        "\"inputs\":[{\"version\":\"v\"}]                                 | /inputs/0/asset",
        "\"inputs\":[{\"asset\":\"comp\",\"version\":\"v1\"}]             | /inputs/0",
        "\"inputs\":[{\"asset\":\"a\",\"version\":\"v\",\"source\":\"s\"}]| /inputs/0",
        "\"inputs\":[{\"sha256\":\"AB\"}]                                 | /inputs/0/sha256",
        "\"talent\":[\"a\",\"a\"]                                         | /talent/1",
        "\"facts\":{\"mediaUse\":\"later\"}                               | /facts/mediaUse",
        "\"facts\":{\"stages\":[{\"name\":\"x\",\"colour\":\"red\"}]}     | /facts/stages/0/colour"
      })
  void pointsAtWhatIsWrong(String field, String pointer) {
    var problem = refused(minimal("," + field));

    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.errors()).extracting(FieldError::pointer).containsExactly(pointer);
  }

  @Test
  void pointsAtWrongIdsAndDigests() {
    assertThat(refused(minimal("").replace("\"comp\"", "\"a/b\"")).errors())
        .extracting(FieldError::pointer)
        .containsExactly("/asset");
    assertThat(refused(minimal("").replace(SHA, SHA.toUpperCase(java.util.Locale.ROOT))).errors())
        .extracting(FieldError::pointer)
        .containsExactly("/digests/sha256");
    assertThat(
            refused(minimal("").replace("\"sha256\":\"" + SHA + "\"", "\"c4\":\"c40\"")).errors())
        .extracting(FieldError::pointer)
        .containsExactly("/digests/c4");
    assertThat(refused(minimal("").replace("\"sha256\":\"" + SHA + "\"", "")).errors())
        .extracting(FieldError::pointer)
        .containsExactly("/digests");
  }

  @Test
  void offersTheAllowedContributions() {
    var problem = refused(minimal("").replace("generated", "made"));

    assertThat(problem.errors())
        .singleElement()
        .satisfies(error -> {
          assertThat(error.pointer()).isEqualTo("/contribution");
          assertThat(error.value()).isEqualTo("made");
          assertThat(error.allowed()).containsExactly("generated", "altered", "assisted", "none");
        });
  }

  @Test
  void aRunContradictsHavingBeenMadeWithoutAi() {
    var body = minimal(",\"generation\":{\"tool\":\"c\"}").replace("generated", "none");

    assertThat(refused(body).errors())
        .extracting(FieldError::pointer)
        .containsExactly("/generation");
  }

  @Test
  void reportsEverythingAtOnce() {
    var problem =
        refused(minimal(",\"size\":-1,\"facts\":{\"a\":\"b\"}").replace("generated", "made"));

    assertThat(problem.errors())
        .extracting(FieldError::pointer)
        .containsExactly("/size", "/contribution", "/facts/a");
    assertThat(problem.type()).isEqualTo("urn:picturelock:problem:invalid-body");
  }

  @Test
  void aProblemOfFactsAloneHasItsOwnType() {
    var problem = refused(minimal(",\"facts\":{\"a\":\"b\"}"));

    assertThat(problem.type()).isEqualTo("urn:picturelock:problem:invalid-facts");
  }

  private static Problem refused(String body) {
    return catchThrowableOfType(ProblemException.class, () -> check(body)).problem();
  }

  private static void check(String body) {
    RegistrationCheck.check(JsonBody.read(body.getBytes(UTF_8), Registration.class), NOW);
  }

  private static String minimal(String more) {
    return """
    {"asset":"comp","version":"v1","digests":{"sha256":"%s"},"contribution":"generated"%s}\
    """
        .formatted(SHA, more);
  }
}
