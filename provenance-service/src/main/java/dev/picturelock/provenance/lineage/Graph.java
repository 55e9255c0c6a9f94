package dev.picturelock.provenance.lineage;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A part of the lineage graph.
public record Graph(List<SeenNode> nodes, List<Edge> edges) {
  public Graph {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /// A node as it is known at some position.
  ///
  /// - **known** false when the node is only referred to: nothing has said what it is
  public record SeenNode(
      String id, String kind, boolean known, List<UUID> events, Map<String, Object> attributes) {
    public SeenNode {
      events = List.copyOf(events);
    }
  }
}
