package dev.picturelock.provenance;

import dev.picturelock.provenance.ledger.witness.WitnessAlarm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Every alarm that was raised.
@ApplicationScoped
class RaisedAlarms {
  private final List<WitnessAlarm> alarms = new CopyOnWriteArrayList<>();

  void on(@Observes WitnessAlarm alarm) {
    alarms.add(alarm);
  }

  List<WitnessAlarm.Kind> of(String title) {
    return alarms.stream()
        .filter(alarm -> alarm.log().titleId().equals(title))
        .map(WitnessAlarm::kind)
        .distinct()
        .toList();
  }
}
