package dev.picturelock.provenance;

import static dev.picturelock.provenance.WitnessesResource.witness;
import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.provenance.ledger.guard.Alarm;
import dev.picturelock.provenance.ledger.witness.WitnessAlarm;
import dev.picturelock.testkit.BrokerResource;
import dev.picturelock.testkit.PostgresResource;
import dev.picturelock.testkit.SecretsResource;
import dev.picturelock.testkit.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A gate that was shut stays shut as long as the service runs, so this service is its own.
@QuarkusTest
@Tag("slice")
@TestProfile(WitnessedRollbackSliceTest.OfItsOwn.class)
@QuarkusTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "role", value = "provenance"))
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SecretsResource.class)
@QuarkusTestResource(value = WitnessesResource.class, restrictToAnnotatedClass = true)
class WitnessedRollbackSliceTest {
  public static final class OfItsOwn implements QuarkusTestProfile {}

  private final ForgedHistory forged;
  private final RaisedAlarms alarms;

  @Inject
  WitnessedRollbackSliceTest(ForgedHistory forged, RaisedAlarms alarms) {
    this.forged = forged;
    this.alarms = alarms;
  }

  @Test
  void aWitnessThatHasSeenMoreThanThereIsStopsAllSigning() throws Exception {
    var alarm = forged.stopsSigning("w-rolled-back", witness(2), 7);

    assertThat(alarm.kind()).isEqualTo(Alarm.Kind.WITNESS_AHEAD);
    assertThat(alarms.of("w-rolled-back")).containsExactly(WitnessAlarm.Kind.AHEAD);
  }
}
