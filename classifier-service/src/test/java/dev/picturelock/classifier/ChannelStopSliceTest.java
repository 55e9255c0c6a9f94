package dev.picturelock.classifier;

import static dev.picturelock.classifier.IntakeSamples.HARMLESS;
import static dev.picturelock.classifier.IntakeSamples.PACK;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.kit.event.EventCodec;
import dev.picturelock.testkit.TestBroker;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/// What happens when an answer cannot be published: its size is made unacceptable to the producer.
@QuarkusTest
@ClassifierSlice
@TestProfile(ChannelStopSliceTest.NothingCanBeSent.class)
class ChannelStopSliceTest {
  private static final String GROUP = "classifier-that-cannot-publish";
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Test
  void anAnswerThatCannotBePublishedStopsTheChannelAndCommitsNothing() throws Exception {
    var title = "title-unpublished";
    var cause =
        IntakeSamples.event(new UUID(13, 1), title, "use/u/1", IntakeSamples.use(HARMLESS, PACK));
    var record = new ProducerRecord<>("picturelock.intake.v1", title, EventCodec.encode(cause));

    await(200, () -> {});
    // Repeated, because the group begins at the end of the topic, wherever that is by then.
    await(503, () -> TestBroker.send(record));

    assertThat(TestBroker.records("picturelock.classification.v1"))
        .noneMatch(answer -> title.equals(answer.key()));
    assertThat(committedOffsets()).isEmpty();
  }

  private static void await(int readiness, Runnable meanwhile) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (status() != readiness && System.nanoTime() < deadline) {
      meanwhile.run();
    }
    assertThat(status()).as("readiness").isEqualTo(readiness);
  }

  private static Collection<OffsetAndMetadata> committedOffsets() throws Exception {
    try (var admin = Admin.create(Map.of("bootstrap.servers", TestBroker.bootstrapServers()))) {
      return admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata().get().values();
    }
  }

  private static int status() {
    return given().get("/q/health/ready").statusCode();
  }

  /// The real service but for a producer that refuses every record.
  public static final class NothingCanBeSent implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "mp.messaging.outgoing.outbox.max.request.size", "100",
          "dev.picturelock.classifier.event.kafka.IntakeConsumer/on/Retry/maxRetries", "1",
          "mp.messaging.incoming.intake-in.group.id", GROUP,
          "mp.messaging.incoming.intake-in.auto.offset.reset", "latest");
    }
  }
}
