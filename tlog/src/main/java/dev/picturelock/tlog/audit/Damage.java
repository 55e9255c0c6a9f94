package dev.picturelock.tlog.audit;

import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.LeafIndex;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.tile.HashTile;
import dev.picturelock.tlog.tile.TilePath;

/// What is wrong with a log, and where.
public sealed interface Damage {

  /// One sentence for the person who has to repair it.
  String message();

  /// The checkpoint cannot be read, or those who must have signed it have not.
  record BadCheckpoint(String reason) implements Damage {
    @Override
    public String message() {
      return "the checkpoint is not to be believed: " + reason;
    }
  }

  /// A tree of this size has the file, the source has not.
  record Missing(TilePath file) implements Damage {
    @Override
    public String message() {
      return file.path() + " is missing";
    }
  }

  /// The file is not of the form that its name demands.
  record Malformed(TilePath file, String reason) implements Damage {
    @Override
    public String message() {
      return file.path() + " is malformed: " + reason;
    }
  }

  /// An entry and its place in the tree contradict one another.
  record WrongEntry(LeafIndex index, HashTile tile, Hash stated, Hash computed, Culprit culprit)
      implements Damage {
    @Override
    public String message() {
      return "entry %s does not hash to what %s says: it hashes to %s, not to %s; %s"
          .formatted(index, tile.path(), computed, stated, culprit.words);
    }
  }

  /// A tile contradicts the verified hashes below it.
  ///
  /// - **at:** which of the tile's hashes, from 0
  record WrongHash(HashTile tile, int at, Hash stated, Hash computed) implements Damage {
    @Override
    public String message() {
      return "%s differs at hash %d: it says %s, what lies below hashes to %s"
          .formatted(tile.path(), at, stated, computed);
    }
  }

  /// Entries and tiles agree with one another, but not with what was signed.
  record WrongRoot(TreeSize size, Hash computed, Hash signed) implements Damage {
    @Override
    public String message() {
      return "the root of %s entries is %s, the checkpoint says %s"
          .formatted(size, computed, signed);
    }
  }

  /// The tiles ahead do not lead from what was audited to the signed root.
  record Unconnected(TreeSize audited, TreeSize size, String reason) implements Damage {
    @Override
    public String message() {
      return "the tiles do not connect the first %s entries with the signed root of %s: %s"
          .formatted(audited, size, reason);
    }
  }

  /// The log had more entries before: it was rolled back.
  record Shrunk(TreeSize earlier, TreeSize size) implements Damage {
    @Override
    public String message() {
      return "forked: the log had %s entries before and has %s now".formatted(earlier, size);
    }
  }

  /// The log's past is not what it was before: two histories are signed.
  record Forked(TreeSize earlier, Hash earlierRoot, TreeSize size, Hash root, Hash rewritten)
      implements Damage {
    @Override
    public String message() {
      return "forked: the root of the first %s entries was %s, in the tree of %s entries (root %s) it is %s"
          .formatted(earlier, earlierRoot, size, root, rewritten);
    }
  }

  /// Which side of a contradiction the signed root speaks against.
  enum Culprit {
    ENTRY("the signed root proves the tile, so the entry was changed"),
    TILE("the signed root proves the entry, so the tile was changed"),
    UNKNOWN("the signed root proves neither");

    private final String words;

    Culprit(String words) {
      this.words = words;
    }
  }
}
