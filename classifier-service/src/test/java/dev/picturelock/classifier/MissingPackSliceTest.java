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
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/// An event that names a pack nobody installed waits, and says so, until somebody does.
@QuarkusTest
@ClassifierSlice
@TestProfile(MissingPackSliceTest.GroupOfItsOwn.class)
class MissingPackSliceTest {
  private static final String GROUP = "classifier-without-the-pack";
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Test
  void aPackThatIsNotInstalledStopsTheChannelWithoutADeadLetterAndReadinessNamesIt()
      throws Exception {
    var title = "title-of-a-missing-pack";
    var cause =
        IntakeSamples.event(
            new UUID(14, 1), title, "use/u/1", IntakeSamples.use(HARMLESS, PACK + "@9.0.0"));
    var record = new ProducerRecord<>("picturelock.intake.v1", title, EventCodec.encode(cause));

    await(200, () -> {});
    // Repeated, because the group begins at the end of the topic, wherever that is by then.
    await(503, () -> TestBroker.send(record));

    assertThat(readiness().asString())
        .contains("'" + PACK + "@9.0.0' is not installed", "PICTURELOCK_POLICY_PACKS_DIR");
    assertThat(TestBroker.records("picturelock.intake.v1.dlq.classifier-service"))
        .noneMatch(letter -> title.equals(letter.key()));
    try (var admin = Admin.create(Map.of("bootstrap.servers", TestBroker.bootstrapServers()))) {
      assertThat(admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata().get())
          .isEmpty();
    }
  }

  private static void await(int status, Runnable meanwhile) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (readiness().statusCode() != status && System.nanoTime() < deadline) {
      meanwhile.run();
    }
    assertThat(readiness().statusCode()).as("readiness").isEqualTo(status);
  }

  private static Response readiness() {
    return given().get("/q/health/ready");
  }

  /// The real service with another group, which begins at the end of the topic.
  public static final class GroupOfItsOwn implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "mp.messaging.incoming.intake-in.group.id",
          GROUP,
          "mp.messaging.incoming.intake-in.auto.offset.reset",
          "latest");
    }
  }
}
