package dev.picturelock.provenance.ledger.guard;

import dev.picturelock.provenance.ledger.log.Head;
import dev.picturelock.tlog.MalformedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What is remembered outside the database when the service starts: the journals, the checkpoint
/// topic, or else the word of the operator, an empty file `adopt`.
@ApplicationScoped
class Memory {
  private final Anchors anchors;
  private final CheckpointTopic topic;
  private final PublishedCheckpoints published;
  private final TrustedKeys trusted;
  private final Alarms alarms;
  private final Path adopt;

  Memory(
      Anchors anchors,
      CheckpointTopic topic,
      PublishedCheckpoints published,
      TrustedKeys trusted,
      Alarms alarms,
      GuardConfig config) {
    this.anchors = anchors;
    this.topic = topic;
    this.published = published;
    this.trusted = trusted;
    this.alarms = alarms;
    this.adopt = config.anchorsDir().resolve("adopt");
  }

  /// Reads the journals and the topic to their ends.
  ///
  /// - **Errors:** an alarm, or anything when the broker cannot be asked
  void recall() {
    try {
      openJournals();
      published.learnAll(topic);
    } catch (Anchors.ContradictionException contradiction) {
      throw alarms.contradicted(contradiction);
    }
  }

  private void openJournals() {
    try {
      anchors.open();
    } catch (JournalDamagedException damaged) {
      throw alarms.journalDamaged(damaged);
    } catch (IOException | MalformedException unreadable) {
      throw alarms.journalsUnreadable(unreadable);
    }
  }

  /// A database that is older than it says cannot be told from a whole one by itself.
  ///
  /// - **Errors:** an alarm where nothing vouches for it
  void requireAny(List<Head> heads) {
    if (isAdopted()) {
      heads.forEach(trusted::vouch);
    } else if (!heads.isEmpty() && anchors.all().isEmpty() && anchors.folderWasEmpty()) {
      throw alarms.nothingRemembered(heads.size());
    }
  }

  /// Whether the operator vouches for a database that nothing else knows.
  boolean isAdopted() {
    return Files.exists(adopt);
  }

  /// What only the topic knew, or the operator, is in our journal when this returns.
  ///
  /// - **Errors:** an alarm where it cannot be written
  void keep(List<Head> heads) {
    try {
      if (isAdopted()) {
        anchors.record(heads.stream().map(Anchor::of).toList());
      }
      anchors.recordAll();
      Files.deleteIfExists(adopt);
    } catch (IOException unwritable) {
      throw alarms.journalsUnwritable(unwritable);
    }
  }
}
