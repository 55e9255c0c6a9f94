package dev.picturelock.provenance.ledger.guard;

import dev.picturelock.provenance.ledger.log.LogKeys;
import dev.picturelock.provenance.ledger.log.Logs;
import dev.picturelock.provenance.ledger.log.Tiles;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/// The guard of one instance of the service, from its start on, with a folder and a topic of its
/// own.
final class GuardedInstance implements AutoCloseable {
  static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  final Signing signing;
  final Alarms alarms;
  final Anchors anchors;
  final TrustedKeys trusted;
  final Guard guard;
  final Scrubber scrubber;
  final PublishedCheckpoints published;
  final CheckpointsLeaving outbox;
  final StartCheck start;

  /// - **logs** as this instance sees them
  GuardedInstance(
      Logs logs,
      Tiles tiles,
      LogKeys keys,
      LedgerTables tables,
      TransactionSynchronizationRegistry transaction,
      Path folder,
      CheckpointTopic topic) {
    this(logs, tiles, keys, tables, transaction, folder, topic, Anchors::new);
  }

  /// - **remembering** makes the memory of this instance
  GuardedInstance(
      Logs logs,
      Tiles tiles,
      LogKeys keys,
      LedgerTables tables,
      TransactionSynchronizationRegistry transaction,
      Path folder,
      CheckpointTopic topic,
      Function<GuardConfig, Anchors> remembering) {
    var config = new Settings(folder, Duration.ofMinutes(10));
    var file = new AlarmFile(config);
    var losses = new AcceptedLosses(keys, config);
    this.signing = new Signing(() -> NOON, file);
    this.anchors = remembering.apply(config);
    this.alarms = new Alarms(signing);
    this.trusted = new TrustedKeys(keys, anchors);
    var check = new HeadCheck(logs, tiles, keys, trusted, alarms);
    var extension = new Extension(logs, tiles, anchors, alarms);
    var keyLosses = new KeyLosses(keys, anchors, file, alarms, config);
    this.guard =
        new Guard(
            anchors,
            signing,
            losses,
            keyLosses,
            check,
            extension,
            alarms,
            new ReleaseOnCommit(transaction));
    this.published =
        new PublishedCheckpoints(keys, anchors, new StoredPast(logs, extension, losses));
    this.outbox = new CheckpointsLeaving(signing, guard, trusted, published, alarms);
    var protection = new Protection(tables, alarms);
    var lost = new LostLogs(anchors, losses, file, alarms);
    var scrub =
        new LogScrub(
            logs,
            tiles,
            keys,
            trusted,
            new Succession(logs, tables),
            tables,
            anchors,
            losses,
            new AnchorScrub(keys, tables));
    this.scrubber = new Scrubber(check, protection, lost, scrub, alarms, () -> NOON, config);
    this.start =
        new StartCheck(
            new Memory(anchors, topic, published, trusted, signing, alarms, config),
            new AllLogs(check, lost, extension, losses),
            keyLosses,
            protection,
            scrubber,
            signing,
            file,
            alarms);
    start.run();
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
