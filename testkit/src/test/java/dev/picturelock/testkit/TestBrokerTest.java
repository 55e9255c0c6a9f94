package dev.picturelock.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slice")
class TestBrokerTest {

  private static final String TOPIC = "picturelock.intake.v1";

  @Test
  void keepsWhatWasSentInTheProjectsTopics() {
    TestBroker.send(new ProducerRecord<>(TOPIC, "t1", "first".getBytes(UTF_8)));
    TestBroker.send(new ProducerRecord<>(TOPIC, "t1", "second".getBytes(UTF_8)));

    var records = TestBroker.records(TOPIC);

    assertThat(records)
        .extracting(sent -> new String(sent.value(), UTF_8))
        .containsExactly("first", "second");
  }
}
