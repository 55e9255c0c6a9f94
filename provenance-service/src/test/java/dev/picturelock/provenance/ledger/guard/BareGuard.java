package dev.picturelock.provenance.ledger.guard;

import dev.picturelock.provenance.Fake;
import dev.picturelock.provenance.ledger.LogKeys;
import dev.picturelock.provenance.ledger.Logs;
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
public record BareGuard(Signing signing, Guard guard) {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  /// - **lost** origins
  public static BareGuard open(Path folder, Logs logs, LogKeys keys, List<String> lost) {
    var bare = shut(folder, logs, keys, lost);
    bare.signing.open();
    return bare;
  }

  static BareGuard shut(Path folder, Logs logs, LogKeys keys, List<String> lost) {
    try {
      Files.write(folder.resolve("accept-loss"), lost);
      var config = new Settings(folder, Duration.ofMinutes(10));
      var signing = new Signing(() -> NOON, new AlarmFile(config));
      var anchors = new Anchors(config);
      anchors.open();
      var onCommit = new ReleaseOnCommit(Fake.unused(TransactionSynchronizationRegistry.class));
      return new BareGuard(
          signing, new Guard(logs, keys, anchors, signing, new AcceptedLosses(config), onCommit));
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
