package dev.picturelock.endtoend;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// The broker dies in the middle of batches; nothing that was called accepted may be lost or
/// double.
@FlowTest
@Order(4)
class BrokerDeathTest {

  private static final int SENDERS = 2;
  private static final List<Integer> SIZES = List.of(100, 1_000, 300, 1_000);
  private static final Duration CATCH_UP = Duration.ofMinutes(3);

  private final RunningStack stack;
  private final Ledger ledger;
  private final Api api;
  private final Map<String, String> accepted = new HashMap<>();

  BrokerDeathTest(RunningStack stack) {
    this.stack = stack;
    this.api = new Api(stack);
    this.ledger = new Ledger(api, Demo.TITLE);
  }

  /// All senders begin each of their batches together, and twice the broker dies when a part of
  /// them has reached it.
  @BeforeAll
  void killTheBrokerWhileBatchesCome() throws Exception {
    var _ = new Demo(api).prepare();
    var together = new CyclicBarrier(SENDERS + 1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var senders =
          IntStream.range(0, SENDERS)
              .mapToObj(n -> new BatchSender(api, "s" + n, SIZES, () -> meet(together)))
              .map(threads::submit)
              .toList();
      for (int batch = 0; batch < SIZES.size(); batch++) {
        meet(together);
        if (SIZES.get(batch) == 1_000) {
          awaitRecordsOnTheirWay();
          stack.killBroker();
        }
      }
      for (var sender : senders) {
        accepted.putAll(sender.get());
      }
    }
    await("everything accepted is in the ledger and classified")
        .atMost(CATCH_UP)
        .pollInterval(Duration.ofSeconds(1))
        .until(this::isClassified);
  }

  @Test
  void acceptsEveryItemInTheEnd() {
    assertThat(accepted).hasSize(SENDERS * SIZES.stream().mapToInt(n -> n).sum());
  }

  @Test
  void hasEveryAcceptedItemInTheLedgerExactlyOnceUnderTheEventItWasAnsweredWith() {
    var registered =
        ledger.read().events().stream()
            .filter(event -> isType(event, "asset.registered"))
            .filter(event -> event.at("/data/asset").asText().startsWith("batch_"))
            .toList();

    assertThat(registered)
        .extracting(event -> event.at("/data/asset").asText())
        .doesNotHaveDuplicates();
    assertThat(registered.stream().collect(toMap(BrokerDeathTest::asset, BrokerDeathTest::id)))
        .isEqualTo(accepted);
  }

  @Test
  void hasClassifiedEveryItemExactlyOnce() {
    assertThat(classified()).doesNotHaveDuplicates().containsAll(accepted.values());
  }

  /// Two batches of 1,000 are some twelve thousand records, which the relay sends in as many
  /// rounds.
  private void awaitRecordsOnTheirWay() {
    await("records of the batch wait for the broker")
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> waiting() > 0);
  }

  private double waiting() {
    var metrics = api.send(api.request(Service.INTAKE, "/q/metrics").GET()).expect(200).text();
    return metrics
        .lines()
        .filter(line -> line.startsWith("picturelock_outbox_waiting"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private boolean isClassified() {
    return classified().containsAll(accepted.values());
  }

  /// The events that were classified, each as often as it was.
  private List<String> classified() {
    return ledger.read().events().stream()
        .filter(event -> isType(event, "asset.classified"))
        .map(event -> event.path("causationid").asText())
        .toList();
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new IllegalStateException("another sender gave up", e);
    }
  }

  private static boolean isType(JsonNode event, String type) {
    return event.path("type").asText().equals("picturelock." + type + ".v1");
  }

  private static String asset(JsonNode event) {
    return event.at("/data/asset").asText();
  }

  private static String id(JsonNode event) {
    return event.path("id").asText();
  }
}
