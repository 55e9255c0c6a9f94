package dev.picturelock.provenance.ledger.guard;

import dev.picturelock.provenance.Fake;
import dev.picturelock.provenance.ledger.log.LogKeys;
import dev.picturelock.provenance.ledger.log.Logs;
import dev.picturelock.provenance.ledger.log.Tiles;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A guard without a service, a database or a topic: its gate, its journal, and what the operator
/// has accepted as lost.
public record BareGuard(Signing signing, Alarms alarms, Guard guard) {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  /// - **lost** origins
  public static BareGuard open(
      Path folder, Logs logs, Tiles tiles, LogKeys keys, List<String> lost) {
    var bare = shut(folder, logs, tiles, keys, lost);
    bare.signing.open();
    return bare;
  }

  static BareGuard shut(Path folder, Logs logs, Tiles tiles, LogKeys keys, List<String> lost) {
    try {
      Files.write(folder.resolve("accept-loss"), lost);
      var config = new Settings(folder, Duration.ofMinutes(10));
      var file = new AlarmFile(config);
      var signing = new Signing(() -> NOON, file);
      var anchors = new Anchors(config);
      anchors.open();
      var onCommit = new ReleaseOnCommit(Fake.unused(TransactionSynchronizationRegistry.class));
      var alarms = new Alarms(signing);
      var guard =
          new Guard(
              anchors,
              signing,
              new AcceptedLosses(keys, config),
              new KeyLosses(keys, anchors, file, alarms, config),
              new HeadCheck(logs, tiles, keys, new TrustedKeys(keys, anchors), alarms),
              new Extension(logs, tiles, anchors, alarms),
              alarms,
              onCommit);
      return new BareGuard(signing, alarms, guard);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Writes into a journal of its own what another instance on the folder has released.
  public static void releasedElsewhere(Path folder, SignedCheckpoint released) {
    var anchors = new Anchors(new Settings(folder, Duration.ofMinutes(10)));
    try {
      anchors.open();
      anchors.record(List.of(Anchor.parse(released.format())));
      anchors.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Settings(Path anchorsDir, Duration scrubPeriod) implements GuardConfig {}
}
