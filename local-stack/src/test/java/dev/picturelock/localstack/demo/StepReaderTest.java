package dev.picturelock.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class StepReaderTest {

  @Test
  void readsAStepWithEverything() {
    var text =
        """
        # A chapter

        ### Doing something
        # Why it is done.
        # @only-if status = OPEN
        # @expect 201, 200
        # @wait
        # @keep review = /items/subject.use.use=signage&subject.asset=/review
        # @check /rejected is unknown
        POST {{approval}}/v1/reviews
        Authorization: Bearer {{legal}}
        Content-Type: application/json

        {"a": 1}
        """;

    var step = Chapter.parse("01.http", text.lines().toList()).steps().getFirst();

    assertThat(step.where()).isEqualTo("01.http:3");
    assertThat(step.title()).isEqualTo("Doing something");
    assertThat(step.onlyIf()).containsExactly(new Condition("status", Optional.of("OPEN")));
    assertThat(step.expected()).containsExactlyInAnyOrder(200, 201);
    assertThat(step.waits()).isTrue();
    assertThat(step.keeps()).extracting(Step.Keep::name).containsExactly("review");
    assertThat(step.checks()).containsExactly(new Condition("/rejected", Optional.empty()));
    assertThat(step.account()).isEqualTo("legal");
    assertThat(step.body()).isEqualTo(new Step.Body.Text("{\"a\": 1}"));
  }

  @Test
  void refusesAnUnknownDirectiveAndNamesItsPlace() {
    var text = "# A chapter\n### Doing something\n# @expects 200\nGET {{intake}}/";

    assertThatThrownBy(() -> Chapter.parse("01.http", text.lines().toList()))
        .hasMessageContaining("01.http:2")
        .hasMessageContaining("@expects");
  }
}
