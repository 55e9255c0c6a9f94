package dev.picturelock.provenance.ledger.guard;

import dev.picturelock.provenance.ledger.log.Head;
import dev.picturelock.provenance.ledger.log.Logs;
import dev.picturelock.provenance.ledger.log.MissingTileException;
import dev.picturelock.provenance.ledger.log.Tiles;
import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.merkle.ConsistencyProof;
import dev.picturelock.tlog.merkle.Merkle;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.tile.TileSubtrees;
import jakarta.enterprise.context.ApplicationScoped;

/// Whether a head grew out of a checkpoint that was released of its log, as a rule the newest.
@ApplicationScoped
class Extension {
  private final Logs logs;
  private final Tiles tiles;
  private final Anchors anchors;
  private final Alarms alarms;

  Extension(Logs logs, Tiles tiles, Anchors anchors, Alarms alarms) {
    this.logs = logs;
    this.tiles = tiles;
    this.anchors = anchors;
    this.alarms = alarms;
  }

  /// - **Errors:** an alarm where the newest released checkpoint is no prefix of the head
  void require(Head head) {
    anchors.newest(head.origin()).ifPresent(newest -> require(head, newest));
  }

  /// - **Errors:** an alarm where what was released is no prefix of the head
  void require(Head head, Anchor released) {
    if (released.isSameTreeAs(Anchor.of(head))) {
      return;
    }
    if (released.size().compareTo(head.size()) > 0) {
      throw alarms.rolledBack(head, released);
    }
    if (released.contradicts(Anchor.of(head)) || !leadsTo(head, released)) {
      throw alarms.forked(
          head,
          "size %s was released with root %s, the tiles have %s there and lead to %s at size %s"
              .formatted(
                  released.size(),
                  released.root(),
                  rewritten(released, head),
                  head.root(),
                  head.size()));
    }
  }

  /// An older head may have been read just before the log grew, so look once more before crying.
  ///
  /// - **Errors:** an alarm where more was released than is stored now
  void requireNotRolledBack(Head head) {
    var newest = anchors.newest(head.origin()).filter(known -> known.isNewerThan(Anchor.of(head)));
    if (newest.isPresent()) {
      var now = logs.head(head.log()).orElse(head);
      if (newest.get().isNewerThan(Anchor.of(now))) {
        throw alarms.rolledBack(now, newest.get());
      }
    }
  }

  /// Whether the tree of the head grew out of what was released.
  boolean leadsTo(Head head, Anchor released) {
    try {
      return ConsistencyProof.of(released.size(), head.size(), subtrees(head.size(), head))
          .verify(released.size(), released.root(), head.size(), head.root())
          .isProven();
    } catch (MalformedException | MissingTileException missingOrBrokenTile) {
      return false;
    }
  }

  private String rewritten(Anchor released, Head head) {
    try {
      return Merkle.root(released.size(), subtrees(released.size(), head)).toString();
    } catch (MalformedException | MissingTileException missingOrBrokenTile) {
      return "nothing whole (" + missingOrBrokenTile.getMessage() + ")";
    }
  }

  private TileSubtrees subtrees(TreeSize size, Head head) {
    return new TileSubtrees(size, tiles.reader(head.log()));
  }
}
