package dev.picturelock.provenance.ledger.guard;

import dev.picturelock.provenance.ledger.LogKeys;
import dev.picturelock.provenance.ledger.Logs;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/// The guard of one instance of the service, from its start on, with a folder and a topic of its
/// own.
final class GuardedInstance implements AutoCloseable {
  static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  final Signing signing;
  final Anchors anchors;
  final Guard guard;
  final Scrubber scrubber;

  /// - **logs** as this instance sees them
  GuardedInstance(
      Logs logs,
      LogKeys keys,
      LedgerTables tables,
      TransactionSynchronizationRegistry transaction,
      Path folder,
      CheckpointTopic topic) {
    var config = new Settings(folder, Duration.ofMinutes(10));
    var alarm = new AlarmFile(config);
    var losses = new AcceptedLosses(config);
    this.signing = new Signing(() -> NOON, alarm);
    this.anchors = new Anchors(config);
    this.guard = new Guard(logs, keys, anchors, signing, losses, new ReleaseOnCommit(transaction));
    var scrub = new LogScrub(logs, keys, tables, anchors, losses);
    this.scrubber = new Scrubber(logs, tables, scrub, guard, signing, () -> NOON, config);
    new StartCheck(
            logs,
            tables,
            topic,
            new PublishedCheckpoints(keys, anchors),
            anchors,
            guard,
            scrubber,
            signing,
            alarm,
            losses,
            new LostLogs(anchors, losses, signing, config),
            config)
        .run();
  }

  private record Settings(Path anchorsDir, Duration scrubPeriod) implements GuardConfig {}

  boolean isOpen() {
    return signing.state() instanceof Signing.Open;
  }

  /// The alarm, which must be there.
  Alarm alarm() {
    if (signing.state() instanceof Signing.Stopped(var alarm)) {
      return alarm;
    }
    throw new AssertionError("want an alarm, the gate is " + signing.state());
  }

  @Override
  public void close() {
    try {
      anchors.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
