package dev.picturelock.classifier;

import static dev.picturelock.classifier.IntakeSamples.HARMLESS;
import static dev.picturelock.classifier.IntakeSamples.PACK;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.kit.event.EventCodec;
import dev.picturelock.testkit.BrokerResource;
import dev.picturelock.testkit.SecretsResource;
import dev.picturelock.testkit.TestBroker;
import dev.picturelock.testkit.TokensResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What happens when an answer cannot be published: its size is made unacceptable to the producer.
@QuarkusTest
@Tag("slice")
@TestProfile(ChannelStopSliceTest.NothingCanBeSent.class)
@WithTestResource(BrokerResource.class)
@WithTestResource(TokensResource.class)
@WithTestResource(SecretsResource.class)
class ChannelStopSliceTest {
  private static final String GROUP = "classifier-that-cannot-publish";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void anAnswerThatCannotBePublishedStopsTheChannelAndCommitsNothing() throws Exception {
    var title = "title-unpublished";
    var cause =
        IntakeSamples.event(new UUID(13, 1), title, "use/u/1", IntakeSamples.use(HARMLESS, PACK));

    TestBroker.send(new ProducerRecord<>("picturelock.intake.v1", title, EventCodec.encode(cause)));
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (status() != 503 && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }

    assertThat(status()).as("readiness").isEqualTo(503);
    assertThat(TestBroker.records("picturelock.classification.v1"))
        .noneMatch(record -> title.equals(record.key()));
    try (var admin = Admin.create(Map.of("bootstrap.servers", TestBroker.bootstrapServers()))) {
      var committed =
          admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata().get().values();
      assertThat(committed).allMatch(offset -> offset == null || offset.offset() == 0);
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
          "mp.messaging.incoming.intake-in.group.id", GROUP,
          "mp.messaging.incoming.intake-in.auto.offset.reset", "latest");
    }
  }
}
