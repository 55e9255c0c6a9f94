package dev.picturelock.provenance;

import static dev.picturelock.provenance.LedgerApi.PATIENCE;
import static dev.picturelock.provenance.LedgerApi.checkpoint;
import static dev.picturelock.provenance.LedgerApi.key;
import static dev.picturelock.provenance.LedgerApi.record;
import static dev.picturelock.provenance.WitnessesResource.witness;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.picturelock.provenance.ledger.guard.Alarm;
import dev.picturelock.provenance.ledger.guard.Signing;
import dev.picturelock.provenance.ledger.witness.WitnessAlarm.Kind;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;

/// A gate that was shut stays shut as long as the service runs, so this service is its own.
@QuarkusTest
@ProvenanceSlice
@TestProfile(WitnessedContradictionSliceTest.OfItsOwn.class)
@QuarkusTestResource(value = WitnessesResource.class, restrictToAnnotatedClass = true)
class WitnessedContradictionSliceTest {
  private final ForgedHistory forged;
  private final RaisedAlarms alarms;
  private final Signing signing;

  @Inject
  WitnessedContradictionSliceTest(ForgedHistory forged, RaisedAlarms alarms, Signing signing) {
    this.forged = forged;
    this.alarms = alarms;
    this.signing = signing;
  }

  public static final class OfItsOwn implements QuarkusTestProfile {}

  @Test
  void aForkAndALongerPastThatWitnessesHaveSeenStopAllSigning() {
    var forkedTitle = cosigned("w-fork");
    var longerTitle = cosigned("w-rolled-back");
    forged.show("w-fork", witness(0), 1);
    forged.show("w-rolled-back", witness(2), 7);

    // nobody is told before both have gone on as they really did
    allAnswer(503);
    record(forkedTitle.registered("comp", "v001", "generated"));
    record(longerTitle.registered("comp", "v001", "generated"));
    allAnswer(0);

    soon()
        .untilAsserted(() -> {
          assertThat(alarms.of("w-fork")).containsExactly(Kind.INCONSISTENT);
          assertThat(alarms.of("w-rolled-back")).containsExactly(Kind.AHEAD);
        });
    assertThat(signing.state())
        .isInstanceOfSatisfying(
            Signing.Stopped.class,
            stopped ->
                assertThat(stopped.alarm().kind())
                    .isIn(Alarm.Kind.WITNESS_CONTRADICTS, Alarm.Kind.WITNESS_AHEAD));
    given().get("/q/health/ready").then().statusCode(503);
  }

  /// Opens a title whose first checkpoint all witnesses have cosigned.
  private static SampleEvents cosigned(String title) {
    var events = new SampleEvents(title);
    record(events.opened());
    IntStream.range(0, 3).forEach(number -> witness(number).trust(key(title)));
    soon().until(() -> checkpoint(title).note().signatures().size() == 5);
    return events;
  }

  /// - **status** 0 for what they really have to say
  private static void allAnswer(int status) {
    IntStream.range(0, 3).forEach(number -> witness(number).breakWith(status));
  }

  private static ConditionFactory soon() {
    return await().atMost(PATIENCE);
  }
}
