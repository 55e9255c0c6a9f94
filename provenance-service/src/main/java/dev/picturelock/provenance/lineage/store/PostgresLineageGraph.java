package dev.picturelock.provenance.lineage.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.picturelock.kit.json.JsonPolicy;
import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import dev.picturelock.kit.sql.Sql;
import dev.picturelock.provenance.lineage.Edge;
import dev.picturelock.provenance.lineage.Graph;
import dev.picturelock.provenance.lineage.Graph.SeenNode;
import dev.picturelock.provenance.lineage.LineageGraph;
import dev.picturelock.provenance.lineage.Position;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Walks the graph level by level: one query for each step of depth, however wide the level is, and
/// every node once, so that a cycle ends.
@ApplicationScoped
class PostgresLineageGraph implements LineageGraph {
  private static final TypeReference<Map<String, Object>> ATTRIBUTES = new TypeReference<>() {};

  /// A bound for the memory of one answer; the queries below read one more than this.
  private static final int MOST_EDGES = 20_000;

  private static final String UP =
      """
      SELECT from_id, to_id, relation, event_id FROM lineage_edge
      WHERE title_id = ? AND from_id = ANY (?) AND position < ?
      ORDER BY position, from_id, to_id LIMIT 20001
      """;
  private static final String DOWN =
      """
      SELECT from_id, to_id, relation, event_id FROM lineage_edge
      WHERE title_id = ? AND to_id = ANY (?) AND position < ?
      ORDER BY position, from_id, to_id LIMIT 20001
      """;

  /// Tools and their terms are described in the studio's own ledger, which has positions of its
  /// own.
  private static final String NODES =
      """
      SELECT id, event_id, attributes FROM lineage_node
      WHERE id = ANY (?) AND (title_id = ? AND position < ? OR title_id = 'studio')
      ORDER BY title_id = 'studio' DESC, position
      """;

  private final Sql sql;

  PostgresLineageGraph(Sql sql) {
    this.sql = sql;
  }

  @Override
  @Transactional
  public Graph reach(
      String titleId, Collection<String> start, Direction direction, int depth, Position at) {
    Set<String> reached = new LinkedHashSet<>(start);
    Set<Edge> edges = new LinkedHashSet<>();
    Set<String> level = reached;
    for (int step = 0; step < depth && !level.isEmpty(); step++) {
      var found = edgesOf(titleId, level, direction, at);
      edges.addAll(found);
      if (edges.size() > MOST_EDGES) {
        throw new ProblemException(
            ProblemType.INVALID_PARAMETER,
            "depth: more than " + MOST_EDGES + " relations; ask with a smaller depth");
      }
      level =
          found.stream()
              .map(edge -> direction == Direction.UP ? edge.to() : edge.from())
              .filter(id -> !reached.contains(id))
              .collect(Collectors.toCollection(LinkedHashSet::new));
      reached.addAll(level);
    }
    return new Graph(nodesOf(titleId, reached, at), List.copyOf(edges));
  }

  private List<Edge> edgesOf(String titleId, Set<String> level, Direction direction, Position at) {
    return sql.list(
        direction == Direction.UP ? UP : DOWN,
        row ->
            new Edge(
                row.text("from_id"), row.text("to_id"), row.text("relation"), row.uuid("event_id")),
        titleId,
        level.toArray(String[]::new),
        at.size());
  }

  private List<SeenNode> nodesOf(String titleId, Set<String> ids, Position at) {
    var said = new LinkedHashMap<String, Map<String, Object>>();
    var events = new LinkedHashMap<String, Set<UUID>>();
    sql.list(
            NODES,
            row -> new Said(row.text("id"), row.uuid("event_id"), read(row.text("attributes"))),
            ids.toArray(String[]::new),
            titleId,
            at.size())
        .forEach(row -> {
          said.computeIfAbsent(row.id(), _ -> new LinkedHashMap<>()).putAll(row.attributes());
          events.computeIfAbsent(row.id(), _ -> new LinkedHashSet<>()).add(row.event());
        });
    return ids.stream()
        .map(id ->
            new SeenNode(
                id,
                id.substring(0, id.indexOf(':')),
                said.containsKey(id),
                List.copyOf(events.getOrDefault(id, Set.of())),
                said.getOrDefault(id, Map.of())))
        .toList();
  }

  private record Said(String id, UUID event, Map<String, Object> attributes) {}

  private static Map<String, Object> read(String json) {
    try {
      return JsonPolicy.tolerant().readValue(json, ATTRIBUTES);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("attributes of our own can be read", impossible);
    }
  }
}
