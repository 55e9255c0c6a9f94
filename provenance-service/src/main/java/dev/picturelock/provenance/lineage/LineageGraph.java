package dev.picturelock.provenance.lineage;

import java.util.Collection;

/// Answers what something was made from (up) and what was made from it (down).
public interface LineageGraph {
  /// Everything reached from the start nodes, themselves included.
  ///
  /// - **depth** number of edges to follow at most, from 0
  Graph reach(
      String titleId, Collection<String> start, Direction direction, int depth, Position at);

  /// Which way to walk.
  enum Direction {
    UP,
    DOWN
  }
}
