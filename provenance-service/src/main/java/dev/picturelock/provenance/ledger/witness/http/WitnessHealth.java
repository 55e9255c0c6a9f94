package dev.picturelock.provenance.ledger.witness.http;

import dev.picturelock.provenance.ledger.witness.QuorumWatch;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Says whether there are enough cosignatures, and is ready all the same: the ledger goes on
/// without its witnesses.
@Readiness
@ApplicationScoped
class WitnessHealth implements HealthCheck {
  private final QuorumWatch quorum;

  WitnessHealth(QuorumWatch quorum) {
    this.quorum = quorum;
  }

  @Override
  public HealthCheckResponse call() {
    var health = HealthCheckResponse.named("witnesses").up();
    if (!quorum.isOn()) {
      return health.withData("policy", "none").build();
    }
    quorum
        .missingSince()
        .ifPresentOrElse(
            since -> health.withData("quorumMissingSince", since.toString()),
            () -> health.withData("quorum", "met"));
    return health.build();
  }
}
