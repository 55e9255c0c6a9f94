package dev.picturelock.provenance.ledger.guard.http;

import dev.picturelock.provenance.ledger.guard.Scrubber;
import dev.picturelock.provenance.ledger.guard.Signing;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/// Ready only while the ledger may sign and is audited; otherwise it says what is wrong, where, and
/// what to do.
///
/// The place names titles: the health address is for the operator, not for the world.
@Readiness
@ApplicationScoped
class LedgerHealth implements HealthCheck {
  private final Signing signing;
  private final Scrubber scrubber;

  LedgerHealth(Signing signing, Scrubber scrubber) {
    this.signing = signing;
    this.scrubber = scrubber;
  }

  @Override
  public HealthCheckResponse call() {
    var answer = HealthCheckResponse.named("ledger");
    return switch (signing.state()) {
      case Signing.Open() -> open(answer);
      case Signing.Checking() ->
          answer.down().withData("state", "comparing with what was released").build();
      case Signing.Stopped(var alarm) ->
          answer
              .down()
              .withData("state", "signing stopped")
              .withData("what", alarm.kind().sentence())
              .withData("where", alarm.where())
              .withData("detail", alarm.detail())
              .withData("since", alarm.since().toString())
              .withData("guide", alarm.guide())
              .withData("alarm", alarm.sentence())
              .build();
    };
  }

  /// What is signed must also be audited: an auditor that gets nowhere finds nothing.
  private HealthCheckResponse open(HealthCheckResponseBuilder answer) {
    return scrubber
        .stuckSince()
        .map(since ->
            answer
                .down()
                .withData("state", "the audit of all logs gets nowhere")
                .withData("since", since.toString())
                .build())
        .orElseGet(() -> answer.up().build());
  }
}
