package dev.picturelock.provenance.cut.http;

import dev.picturelock.provenance.cut.Cut;
import dev.picturelock.provenance.cut.Match;
import dev.picturelock.provenance.cut.ReadCuts.JudgedElement;
import dev.picturelock.provenance.lineage.Edge;
import dev.picturelock.provenance.lineage.Graph;
import dev.picturelock.provenance.lineage.Graph.SeenNode;
import dev.picturelock.provenance.lineage.Lineage;
import dev.picturelock.provenance.lineage.LineageGraph.Direction;
import dev.picturelock.provenance.lineage.Node;
import dev.picturelock.provenance.lineage.Position;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Puts an element in front of the lineage of what it shows. That edge is not in the stored graph:
/// what an element shows may be registered long after the cut.
@ApplicationScoped
class ElementLineage {
  private final Lineage lineage;

  ElementLineage(Lineage lineage) {
    this.lineage = lineage;
  }

  Graph reach(Cut cut, JudgedElement judged, Direction direction, int depth, Position at) {
    var element = "element:" + cut.id() + "/" + judged.element().index();
    var nodes = new ArrayList<SeenNode>();
    var edges = new ArrayList<Edge>();
    nodes.add(
        new SeenNode(
            element,
            "element",
            true,
            List.of(cut.eventId()),
            Map.of("name", judged.element().name(), "track", judged.element().track().name())));
    if (direction == Direction.DOWN) {
      addFrom(
          lineage.reach(cut.titleId(), List.of("cut:" + cut.id()), direction, depth - 1, at),
          nodes,
          edges);
      edges.add(new Edge("cut:" + cut.id(), element, "hadMember", cut.eventId()));
      return new Graph(nodes, edges);
    }
    var shown =
        judged.match().versions().stream()
            .map(version -> Node.asset(version.asset(), version.version()))
            .toList();
    var relation = judged.match() instanceof Match.Certain ? "shows" : "mayShow";
    shown.forEach(asset -> edges.add(new Edge(element, asset, relation, cut.eventId())));
    if (!shown.isEmpty()) {
      addFrom(lineage.reach(cut.titleId(), shown, direction, depth - 1, at), nodes, edges);
    }
    return new Graph(nodes, edges);
  }

  private static void addFrom(Graph graph, List<SeenNode> nodes, List<Edge> edges) {
    nodes.addAll(graph.nodes());
    edges.addAll(graph.edges());
  }
}
