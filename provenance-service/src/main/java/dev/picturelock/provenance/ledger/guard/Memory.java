package dev.picturelock.provenance.ledger.guard;

import dev.picturelock.provenance.ledger.log.Head;
import dev.picturelock.tlog.MalformedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// What is remembered outside the database when the service starts: the journals, the checkpoint
/// topic, or else the word of the operator, an empty file `adopt`.
@ApplicationScoped
class Memory {
  /// How long another instance may take to write down what it has committed.
  private static final Duration WRITING_DOWN = Duration.ofSeconds(3);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private final Anchors anchors;
  private final CheckpointTopic topic;
  private final PublishedCheckpoints published;
  private final TrustedKeys trusted;
  private final Signing signing;
  private final Alarms alarms;
  private final Path adopt;

  Memory(
      Anchors anchors,
      CheckpointTopic topic,
      PublishedCheckpoints published,
      TrustedKeys trusted,
      Signing signing,
      Alarms alarms,
      GuardConfig config) {
    this.anchors = anchors;
    this.topic = topic;
    this.published = published;
    this.trusted = trusted;
    this.signing = signing;
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

  /// Where nothing is remembered of the logs that the database has, another instance may have begun
  /// them since we looked, at its first start like us: then it is writing them down.
  ///
  /// - **Returns:** whether there was something to wait for; then the database is ahead of `heads`
  /// - **Errors:** as [#recall]
  boolean awaitOthers(List<Head> heads) {
    boolean blank = isBlankBeside(heads);
    long deadline = System.nanoTime() + WRITING_DOWN.toNanos();
    while (isBlankBeside(heads) && System.nanoTime() < deadline) {
      signing.restOrEnd(BETWEEN_LOOKS);
      recall();
    }
    return blank;
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
    } else if (isBlankBeside(heads)) {
      throw alarms.nothingRemembered(heads.size());
    }
  }

  private boolean isBlankBeside(List<Head> heads) {
    return !heads.isEmpty() && anchors.all().isEmpty() && anchors.folderWasEmpty() && !isAdopted();
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
