package dev.picturelock.provenance.ledger.log;

import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.LeafIndex;
import dev.picturelock.tlog.merkle.TreeSize;
import java.time.Instant;

/// The committed state of a log.
///
/// - **first** the position in the title of the log's entry 0: how many entries the logs before it
///   have
/// - **verifierKey** who signs it, as vkey text; empty for a log that began before every log had a
///   key of its own. [LogKeys#verifierKey] answers for both.
/// - **checkpoint** the signed checkpoint; empty while the log is
/// - **at** when the last entry was added; entries never go back in time
public record Head(
    LogId log,
    long first,
    String origin,
    String verifierKey,
    TreeSize size,
    Hash root,
    String checkpoint,
    Instant at) {

  public String titleId() {
    return log.titleId();
  }

  /// How many entries the title has in all its logs until here; what "as of a ledger size" means.
  public long position() {
    return first + size.value();
  }

  /// Whether the entry at this position of the title is one of this log's.
  public boolean has(long position) {
    return position >= first && position < position();
  }

  /// The place of an entry of this log.
  public LeafIndex index(StoredEntry entry) {
    return new LeafIndex(entry.position() - first);
  }

  /// The same log after it grew.
  public Head grown(TreeSize newSize, Hash newRoot, String newCheckpoint, Instant when) {
    return new Head(log, first, origin, verifierKey, newSize, newRoot, newCheckpoint, when);
  }
}
