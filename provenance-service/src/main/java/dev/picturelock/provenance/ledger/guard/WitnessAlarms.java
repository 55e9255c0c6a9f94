package dev.picturelock.provenance.ledger.guard;

import dev.picturelock.provenance.ledger.guard.Alarm.Kind;
import dev.picturelock.provenance.ledger.witness.WitnessAlarm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Shuts the gate when a witness has seen another past than ours: of all who know what was released
/// it is the one whose word others will take.
@ApplicationScoped
class WitnessAlarms {
  private final Signing signing;

  WitnessAlarms(Signing signing) {
    this.signing = signing;
  }

  void on(@Observes WitnessAlarm alarm) {
    var kind =
        switch (alarm.kind()) {
          case AHEAD -> Kind.WITNESS_AHEAD;
          case INCONSISTENT -> Kind.WITNESS_CONTRADICTS;
        };
    var _ =
        signing.stop(
            kind, "log " + alarm.log(), "witness " + alarm.witness() + ": " + alarm.detail());
  }
}
