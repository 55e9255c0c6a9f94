package dev.picturelock.intake.asset.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.picturelock.intake.asset.Submission;
import dev.picturelock.kit.problem.ProblemException;
import org.junit.jupiter.api.Test;

class BatchBodyTest {
  private static final String ITEM = "{\"asset\":\"a\",\"version\":\"v1\"}";

  @Test
  void countsTheItemsOfAHugeArrayWithoutKeepingThem() {
    var body = "[" + "{},".repeat(2_700_000) + "{}]";

    assertThatThrownBy(() -> BatchBody.array(body.getBytes(UTF_8), null))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("at most 1000")
        .hasMessageContaining("got 2700001");
  }

  @Test
  void countsTheLinesOfAHugeBodyWithoutKeepingThem() {
    var body = "{}\n".repeat(2_700_000);

    assertThatThrownBy(() -> BatchBody.lines(body.getBytes(UTF_8), null))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("got 2700000");
  }

  @Test
  void refusesALineThatIsNoTextAndReadsTheOthers() {
    var body = ITEM + "\r\n\n \n" + ITEM.replace("\"a\"", "\"caf\u00e9\"") + "\n" + ITEM;

    var items = BatchBody.lines(body.getBytes(ISO_8859_1), null);

    assertThat(items).hasSize(3);
    assertThat(items.get(1))
        .isInstanceOfSatisfying(
            Submission.Refused.class,
            refused -> assertThat(refused.problem()).hasMessageContaining("not UTF-8"));
    assertThat(items.get(0)).isNotEqualTo(items.get(1));
  }

  @Test
  void refusesAnArrayThatDoesNotEndOrGoesOn() {
    for (var broken : new String[] {"[{},", "[{}", "[{}]]", "[{}] {}", "[{},,{}]", ""}) {
      assertThatThrownBy(() -> BatchBody.array(broken.getBytes(UTF_8), null))
          .as(broken)
          .isInstanceOf(ProblemException.class);
    }
  }
}
