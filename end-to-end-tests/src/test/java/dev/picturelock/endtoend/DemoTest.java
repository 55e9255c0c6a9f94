package dev.picturelock.endtoend;

import static dev.picturelock.endtoend.Account.PRODUCER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// What `./start` promises to somebody who has a first look: the demo title with its whole story.
///
/// - **Stack:** its own beside the shared one, because the others want a title without a story
@FlowTest
@Order(10)
class DemoTest {

  private static final String TITLE = "/v1/titles/demo";

  private final RunningStack stack = RunningStack.withDemo();
  private final Api api = new Api(stack);

  @BeforeAll
  void start() {
    stack.startAfresh();
  }

  @AfterAll
  void stop() {
    stack.stop();

    assertThat(stack.isGone()).isTrue();
  }

  @Test
  void hasACutWithEveryVerdict() {
    var cuts = get(Service.PROVENANCE, TITLE + "/cuts").path("items");
    var cut = TITLE + "/cuts/" + cuts.path(0).path("cut").asText();

    var clearance = get(Service.PROVENANCE, cut + "/clearance");

    var counts = new HashMap<String, Integer>();
    clearance
        .path("verdicts")
        .properties()
        .forEach(verdict -> counts.put(verdict.getKey(), verdict.getValue().asInt()));
    assertThat(cuts).hasSize(1);
    assertThat(counts)
        .containsOnly(
            entry("CLEARED", 9),
            entry("NO_AI", 8),
            entry("PENDING", 2),
            entry("BLOCKED", 3),
            entry("UNRECORDED", 2));
  }

  @Test
  void hasAssetVersionsAndReviewsOfWhichOneWasRefused() {
    var assets = get(Service.PROVENANCE, TITLE + "/assets?limit=200").path("items");
    var reviews = get(Service.APPROVAL, TITLE + "/reviews?limit=200").path("items");

    assertThat(assets.size()).isGreaterThanOrEqualTo(40);
    assertThat(reviews).anyMatch(review -> review.path("status").asText().equals("REFUSED"));
  }

  @Test
  void saysToASecondStartThatItIsRunning() {
    var second = stack.startAgain();

    assertThat(second.code()).describedAs(second.output()).isZero();
    assertThat(second.output())
        .contains("already running on this data folder", "deploy/demo/README.md");
  }

  @Test
  void keepsItsDataWhenASecondStartWantsThemGone() {
    var second = stack.startAgain("--fresh");

    assertThat(second.code()).describedAs(second.output()).isEqualTo(1);
    assertThat(second.output()).contains("already running", "stop it first: ./stop");
  }

  private JsonNode get(Service service, String path) {
    return api.get(PRODUCER, service, path).expect(200).json();
  }
}
