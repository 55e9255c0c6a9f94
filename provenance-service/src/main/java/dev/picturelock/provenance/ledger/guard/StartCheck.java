package dev.picturelock.provenance.ledger.guard;

import dev.picturelock.provenance.ledger.Head;
import dev.picturelock.provenance.ledger.Logs;
import dev.picturelock.provenance.ledger.guard.Alarm.Kind;
import dev.picturelock.tlog.MalformedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jboss.logging.Logger;

/// Compares the database with everything that was ever released, before the first event is taken.
///
/// 1. the journals and the checkpoint topic, to their ends
/// 2. every log: its checkpoint is signed; none is missing or too short; its edge hashes to the
///    checkpoint, and it grew out of what was released
/// 3. the tables are protected
/// 4. after an alarm, or where the operator vouches for a database that nothing else knows: a full
///    audit
/// 5. what only the topic knew is written to our journal, and the gate opens
@ApplicationScoped
public class StartCheck {
  private static final Logger LOG = Logger.getLogger(StartCheck.class);

  private final Logs logs;
  private final LedgerTables tables;
  private final CheckpointTopic topic;
  private final PublishedCheckpoints published;
  private final Anchors anchors;
  private final Guard guard;
  private final Scrubber scrubber;
  private final Signing signing;
  private final AlarmFile alarm;
  private final AcceptedLosses losses;
  private final LostLogs lost;
  private final Path adopt;

  StartCheck(
      Logs logs,
      LedgerTables tables,
      CheckpointTopic topic,
      PublishedCheckpoints published,
      Anchors anchors,
      Guard guard,
      Scrubber scrubber,
      Signing signing,
      AlarmFile alarm,
      AcceptedLosses losses,
      LostLogs lost,
      GuardConfig config) {
    this.logs = logs;
    this.tables = tables;
    this.topic = topic;
    this.published = published;
    this.anchors = anchors;
    this.guard = guard;
    this.scrubber = scrubber;
    this.signing = signing;
    this.alarm = alarm;
    this.losses = losses;
    this.lost = lost;
    this.adopt = config.anchorsDir().resolve("adopt");
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
    openJournals();
    readTopic();
    var heads = heads();
    requireAnyMemory(heads);
    var kept = heads.stream().filter(head -> !losses.isLost(head)).toList();
    kept.forEach(guard::requireAuthentic);
    lost.requireNone(heads);
    kept.forEach(guard::check);
    var missing = tables.missingProtection();
    if (!missing.isEmpty()) {
      throw signing.stop(
          Kind.UNPROTECTED,
          "the tables of the ledger",
          String.join("; ", missing));
    }
    if (alarm.exists() || Files.exists(adopt)) {
      LOG.infof("auditing all logs before anything is signed, because of an earlier alarm");
      if (!scrubber.passNow().findings().isEmpty()) {
        return;
      }
    }
    remember(heads);
    signing.open();
    LOG.infof("ledger compared with what was released logs=%d", heads.size());
  }

  private void openJournals() {
    try {
      anchors.open();
    } catch (JournalDamagedException damaged) {
      throw guard.journalDamaged(damaged);
    } catch (Anchors.ContradictionException contradiction) {
      throw guard.contradicted(contradiction);
    } catch (IOException | MalformedException unreadable) {
      throw signing.stop(Kind.ANCHORS_DAMAGED, "the journals", unreadable.toString());
    }
  }

  private void readTopic() {
    try {
      published.learnAll(topic);
    } catch (Anchors.ContradictionException contradiction) {
      throw guard.contradicted(contradiction);
    }
  }

  private List<Head> heads() {
    try {
      return logs.heads();
    } catch (MalformedException shapeless) {
      throw signing.stop(
          Kind.DAMAGED, "log_state or log_frozen", String.valueOf(shapeless.getMessage()));
    }
  }

  /// A database that is older than it says cannot be told from a whole one by itself.
  private void requireAnyMemory(List<Head> heads) {
    if (!heads.isEmpty()
        && anchors.all().isEmpty()
        && anchors.folderWasEmpty()
        && Files.notExists(adopt)) {
      throw signing.stop(
          Kind.ANCHORS_LOST,
          "the folder of journals and the checkpoint topic",
          "both are empty, and the database has " + heads.size() + " logs");
    }
  }

  private void remember(List<Head> heads) {
    try {
      if (Files.exists(adopt)) {
        anchors.record(
            heads.stream()
                .map(head -> new Anchor(head.origin(), head.size(), head.root(), head.checkpoint()))
                .toList());
      }
      anchors.recordAll();
      Files.deleteIfExists(adopt);
      lost.clear();
      alarm.clear();
    } catch (IOException unwritable) {
      throw signing.stop(Kind.ANCHORS_UNWRITABLE, "the journals", unwritable.toString());
    }
  }
}
