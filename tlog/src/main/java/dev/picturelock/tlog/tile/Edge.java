package dev.picturelock.tlog.tile;

import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.Merkle;
import dev.picturelock.tlog.merkle.TreeSize;
import java.util.ArrayList;
import java.util.List;

/// The right edge of a tree: the unfinished tile of each level, which is all that is needed to go
/// on appending.
///
/// Immutable, so it may be kept between batches and simply dropped when a commit did not happen.
public final class Edge {

  /// The tree without leaves.
  public static final Edge EMPTY = new Edge(TreeSize.ZERO, List.of());

  private final TreeSize size;
  private final List<List<Hash>> levels;
  private final Hash root;

  Edge(TreeSize size, List<List<Hash>> levels) {
    this.size = size;
    this.levels = levels;
    this.root = fold(levels);
  }

  /// Reads the edge of a stored tree and checks that it hashes to the stored root.
  ///
  /// Throws [EdgeMismatchException] where it does not: appending to such a store would sign a tree
  /// that is not consistent with what was signed before.
  public static Edge load(TreeSize size, Hash root, TileReader tiles) {
    var levels = new ArrayList<List<Hash>>();
    for (int level = 0; TileBounds.hashesAt(level, size) > 0; level++) {
      long n = TileBounds.hashesAt(level, size) >> TileBounds.BITS;
      int width = TileBounds.widthOf(level, n, size);
      levels.add(width == 0 ? List.of() : tiles.hashes(new HashTile(level, n, width)));
    }
    var edge = new Edge(size, List.copyOf(levels));
    if (!edge.root.equals(root)) {
      throw new EdgeMismatchException(size, root, edge.root);
    }
    return edge;
  }

  public TreeSize size() {
    return size;
  }

  public Hash root() {
    return root;
  }

  /// The unfinished tiles themselves, lowest level first.
  public List<GrownTile> unfinished() {
    var tiles = new ArrayList<GrownTile>();
    for (int level = 0; level < levels.size(); level++) {
      if (!levels.get(level).isEmpty()) {
        long n = TileBounds.hashesAt(level, size) >> TileBounds.BITS;
        tiles.add(new GrownTile(level, n, 0, levels.get(level)));
      }
    }
    return List.copyOf(tiles);
  }

  /// The tree with these leaves added at the end. Costs the batch, not the tree.
  public Appended append(List<Hash> leaves) {
    var growth = new Growth(size, levels);
    leaves.forEach(growth::add);
    return growth.finish();
  }

  /// Joins perfect subtrees from the right: RFC 9162 puts the largest to the left, so every step
  /// upward takes the accumulated right part below it.
  private static Hash fold(List<List<Hash>> levels) {
    var subtrees = new ArrayList<Hash>();
    for (var level : levels) {
      int end = level.size();
      while (end > 0) {
        int width = Integer.lowestOneBit(end);
        subtrees.add(Merkle.perfectRoot(level.subList(end - width, end)));
        end -= width;
      }
    }
    return subtrees.stream()
        .reduce((right, left) -> Hash.node(left, right))
        .orElse(Hash.EMPTY_ROOT);
  }
}
