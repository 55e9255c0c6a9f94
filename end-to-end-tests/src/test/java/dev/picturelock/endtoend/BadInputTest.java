package dev.picturelock.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Bad input is answered, not suffered: a problem document says what is wrong and where.
@FlowTest
@Order(2)
class BadInputTest {

  private final Api api;

  BadInputTest(RunningStack stack) {
    api = new Api(stack);
  }

  @BeforeAll
  void openTheTitle() {
    var _ = new Demo(api).prepare();
  }

  @ParameterizedTest
  @MethodSource({
    "dev.picturelock.endtoend.BadBodies#bodies",
    "dev.picturelock.endtoend.BadBodies#contents",
    "dev.picturelock.endtoend.BadBodies#cuts",
    "dev.picturelock.endtoend.BadCalls#callers",
    "dev.picturelock.endtoend.BadCalls#addresses"
  })
  void saysWhatIsWrongAndWhere(BadRequest bad) {
    var answer = bad.send(api);

    var told = answer.text();
    assertThat(answer.status()).describedAs("%s%n%s", bad, told).isEqualTo(bad.status());
    assertThat(answer.contentType()).describedAs(told).startsWith("application/problem+json");
    var problem = answer.json();
    assertThat(problem.path("type").asText()).isEqualTo("urn:picturelock:problem:" + bad.slug());
    assertThat(problem.path("status").asInt()).isEqualTo(bad.status());
    assertThat(problem.path("title").asText()).isNotBlank();
    assertThat(problem.path("detail").asText()).isNotBlank();
    bad.mentions().forEach(mention -> assertThat(told).contains(mention));
  }
}
