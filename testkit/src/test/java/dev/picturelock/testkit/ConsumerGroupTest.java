package dev.picturelock.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.picturelock.localstack.kafka.ConsumerGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slice")
class ConsumerGroupTest {

  private static final String TOPIC = "picturelock.approval.v1";
  private static final String GROUP = "set-back-test";

  @Test
  void readsEverythingOnceMoreAfterItWasSetBack() throws ExecutionException, InterruptedException {
    TestRecords.send(TOPIC, "t1", List.of("first".getBytes(UTF_8), "second".getBytes(UTF_8)));
    assertThat(read(2)).containsExactly("first", "second");

    new ConsumerGroup(TestBroker.bootstrapServers(), GROUP).setBack();

    assertThat(read(2)).containsExactly("first", "second");
  }

  @Test
  void namesTheGroupsThereAreWhenNoneHasThatName() throws ExecutionException, InterruptedException {
    TestRecords.send(TOPIC, "t1", List.of("any".getBytes(UTF_8)));
    read(1);

    var group = new ConsumerGroup(TestBroker.bootstrapServers(), "set-bakc-test");

    assertThatThrownBy(group::setBack)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'set-bakc-test'")
        .hasMessageContaining(GROUP);
  }

  /// What a member of the group is given before it has that many, and leaves in an orderly way.
  private static List<String> read(int wanted) {
    Map<String, Object> settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            TestBroker.bootstrapServers(),
            ConsumerConfig.GROUP_ID_CONFIG,
            GROUP,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest");
    var text = new StringDeserializer();
    try (var consumer = new KafkaConsumer<>(settings, text, text)) {
      consumer.subscribe(List.of(TOPIC));
      var values = new ArrayList<String>();
      while (values.size() < wanted) {
        var records = consumer.poll(Duration.ofMillis(100));
        StreamSupport.stream(records.spliterator(), false)
            .map(each -> each.value())
            .forEach(values::add);
      }
      consumer.commitSync();
      return values;
    }
  }
}
