package dev.picturelock.provenance.ledger.guard;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.jboss.logging.Logger;

/// Compares the database with everything that was ever released, before the first event is taken.
///
/// 1. the journals and the checkpoint topic, to their ends
/// 2. every log: its checkpoint is signed; none is missing or too short; its edge hashes to the
///    checkpoint, and it grew out of what was released
/// 3. there is a key for every log that grows, and the tables are protected
/// 4. no witness has raised an alarm that the operator has not removed
/// 5. after an alarm, or where the operator vouches for a database that nothing else knows: a full
///    audit
/// 6. what only the topic knew is written to our journal, and the gate opens
@ApplicationScoped
public class StartCheck {
  private static final Logger LOG = Logger.getLogger(StartCheck.class);

  private final Memory memory;
  private final AllLogs logs;
  private final KeyLosses keys;
  private final Protection protection;
  private final Scrubber scrubber;
  private final Signing signing;
  private final AlarmFile alarm;
  private final Alarms alarms;

  StartCheck(
      Memory memory,
      AllLogs logs,
      KeyLosses keys,
      Protection protection,
      Scrubber scrubber,
      Signing signing,
      AlarmFile alarm,
      Alarms alarms) {
    this.memory = memory;
    this.logs = logs;
    this.keys = keys;
    this.protection = protection;
    this.scrubber = scrubber;
    this.signing = signing;
    this.alarm = alarm;
    this.alarms = alarms;
  }

  /// Opens the gate, or shuts it.
  ///
  /// - **Errors:** anything, when the database or the broker cannot be asked; then nothing is
  ///   decided, and the caller tries again
  public void run() {
    try {
      compare();
    } catch (SigningStoppedException told) {
      // The gate is shut and has said why.
    }
  }

  private void compare() {
    var earlier = earlierAlarm();
    memory.recall();
    var heads = logs.heads();
    // Whoever has begun one of them has made its secret before.
    keys.lookAgain();
    if (memory.awaitOthers(heads)) {
      heads = logs.heads();
    }
    memory.requireAny(heads);
    logs.require(heads);
    keys.requireAll(heads);
    protection.require();
    requireNoStayingAlarm();
    if (alarm.exists() || memory.isAdopted()) {
      LOG.infof(
          "auditing all logs before anything is signed, because %s",
          alarm.exists() ? "of an earlier alarm" : "nothing but the operator vouches for them");
      var audited = scrubber.passNow();
      // An audit that the end of the process broke off has found nothing either.
      if (audited.until() == null || !audited.findings().isEmpty()) {
        return;
      }
    }
    memory.keep(heads);
    forget(earlier);
    signing.open();
    LOG.infof("ledger compared with what was released logs=%d", heads.size());
  }

  private void requireNoStayingAlarm() {
    try {
      alarm
          .staying()
          .ifPresent(untilRemoved -> {
            throw signing.stop(untilRemoved);
          });
    } catch (IOException unreadable) {
      throw alarms.alarmUnreadable(unreadable);
    }
  }

  private AlarmFile.Kept earlierAlarm() {
    try {
      return alarm.kept();
    } catch (IOException unreadable) {
      throw alarms.alarmUnreadable(unreadable);
    }
  }

  private void forget(AlarmFile.Kept earlier) {
    try {
      alarm.clear(earlier);
    } catch (IOException unwritable) {
      throw alarms.journalsUnwritable(unwritable);
    }
  }
}
