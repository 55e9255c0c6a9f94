package dev.picturelock.endtoend;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.picturelock.endtoend.RenderFarm.Accepted;
import dev.picturelock.tlog.checkpoint.Checkpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Services are killed under load; what they promised must hold.
@FlowTest
@Order(3)
class CrashTest {

  /// The first round shows each service's own recovery, the second that of two at once.
  private static final List<Set<Service>> KILLED_AT_ONCE =
      List.of(
          Set.of(Service.INTAKE),
          Set.of(Service.CLASSIFIER),
          Set.of(Service.APPROVAL),
          Set.of(Service.PROVENANCE),
          Set.of(Service.INTAKE, Service.PROVENANCE),
          Set.of(Service.CLASSIFIER, Service.APPROVAL));

  private static final int MACHINES = 4;
  private static final int BETWEEN_KILLS = 20;
  private static final Duration CATCH_UP = Duration.ofMinutes(2);

  private final RunningStack stack;
  private final Api api;
  private final Ledger ledger;
  private final List<Checkpoint> seen = new ArrayList<>();
  private List<Accepted> accepted = List.of();
  private List<String> surprises = List.of();

  CrashTest(RunningStack stack) {
    this.stack = stack;
    this.api = new Api(stack);
    this.ledger = new Ledger(api, Demo.TITLE);
  }

  @BeforeAll
  void killEveryServiceWhileRegistrationsCome() {
    var events = new Demo(api).prepare();
    // until the title has a ledger there is no checkpoint to see
    var _ = ledger.event(events.use());
    try (var farm = new RenderFarm(api, MACHINES)) {
      for (var services : KILLED_AT_ONCE) {
        farm.awaitMore(BETWEEN_KILLS);
        seen.add(ledger.checkpoint());
        var killed = services.stream().map(stack::kill).toList();
        killed.forEach(stack::awaitRestart);
      }
      farm.awaitMore(BETWEEN_KILLS);
      accepted = farm.finish();
      surprises = farm.surprises();
      assertThat(farm.repeats()).describedAs("requests that a kill interrupted").isPositive();
    }
    await("everything accepted is in the ledger and classified")
        .atMost(CATCH_UP)
        .pollInterval(Duration.ofSeconds(1))
        .until(this::caughtUp);
  }

  @Test
  void answersEveryRegistrationInTheEnd() {
    assertThat(surprises).isEmpty();
    assertThat(accepted).hasSizeGreaterThanOrEqualTo(BETWEEN_KILLS * KILLED_AT_ONCE.size());
  }

  @Test
  void hasEveryAcceptedRegistrationInTheLedgerExactlyOnce() {
    var registered =
        ledger.read().events().stream()
            .filter(event -> isType(event, "asset.registered"))
            .filter(event -> event.at("/data/asset").asText().startsWith("crash_"))
            .toList();

    assertThat(registered)
        .extracting(event -> event.at("/data/asset").asText())
        .doesNotHaveDuplicates();
    assertThat(registered)
        .extracting(event -> new Accepted(event.at("/data/asset").asText(), id(event)))
        .containsExactlyInAnyOrderElementsOf(accepted);
  }

  @Test
  void hasNoEventTwice() {
    assertThat(ledger.read().events()).extracting(CrashTest::id).doesNotHaveDuplicates();
  }

  @Test
  void hasClassifiedEveryRegistrationExactlyOnce() {
    var times = consequences("asset.classified");

    var expected = accepted.stream().collect(toMap(Accepted::eventId, _ -> 1L));
    assertThat(times).containsAllEntriesOf(expected);
    assertThat(times.values()).allMatch(n -> n == 1);
  }

  @Test
  void hasOpenedAtMostOneReviewForEachClassification() {
    assertThat(consequences("review.opened").values()).isNotEmpty().allMatch(n -> n == 1);
  }

  @Test
  void grewOutOfEveryCheckpointSeenBeforeAKill() {
    var contents = ledger.read();

    assertThat(seen)
        .hasSameSizeAs(KILLED_AT_ONCE)
        .allSatisfy(earlier -> {
          assertThat(ledger.consistency(earlier, contents.checkpoint()))
              .matches(result -> result.isProven());
          assertThat(contents.rootOf(earlier.size())).isEqualTo(earlier.root());
        });
  }

  /// How many events of a type each event caused.
  private Map<String, Long> consequences(String type) {
    return ledger.read().events().stream()
        .filter(event -> isType(event, type))
        .collect(groupingBy(event -> event.path("causationid").asText(), counting()));
  }

  private boolean caughtUp() {
    var wanted = accepted.stream().map(Accepted::eventId).toList();
    return consequences("asset.classified").keySet().containsAll(wanted)
        && ledger.read().events().stream().map(CrashTest::id).toList().containsAll(wanted);
  }

  private static boolean isType(JsonNode event, String type) {
    return event.path("type").asText().equals("picturelock." + type + ".v1");
  }

  private static String id(JsonNode event) {
    return event.path("id").asText();
  }
}
