package dev.picturelock.tlog.audit;

import dev.picturelock.tlog.merkle.LeafIndex;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.tile.TilePath;

/// Hears how an audit goes on. What it throws ends the audit and reaches the caller.
public interface AuditListener {

  /// Hears nothing.
  AuditListener NONE = new AuditListener() {};

  /// An entry whose hash is the one in its tile; called in order, once for each entry audited.
  default void entry(LeafIndex index, byte[] entry) {}

  /// A file that agrees with everything below it. Only the end of the audit tells whether it also
  /// leads to the signed root.
  default void agreed(TilePath file, byte[] bytes) {}

  /// So many of so many entries are done; called after every bundle.
  default void progress(TreeSize audited, TreeSize size) {}
}
