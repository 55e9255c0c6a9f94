package dev.picturelock.provenance.lineage.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.picturelock.kit.json.JsonPolicy;
import dev.picturelock.kit.sql.Sql;
import dev.picturelock.provenance.lineage.Changes;
import dev.picturelock.provenance.lineage.Edge;
import dev.picturelock.provenance.lineage.Knowledge;
import dev.picturelock.provenance.lineage.Node;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/// Writes what events said. Graph rows of a batch go in two statements, typed rows in one exchange
/// with the database for each kind.
@ApplicationScoped
class PostgresKnowledge implements Knowledge {
  private final Sql sql;

  PostgresKnowledge(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void add(String titleId, List<Changes> changes) {
    addNodes(titleId, changes);
    addEdges(titleId, changes);
    var typed = new TypedRows(titleId, sql);
    changes.forEach(typed::add);
    typed.write();
  }

  private void addNodes(String titleId, List<Changes> changes) {
    var rows = newsOf(changes);
    sql.update(
        """
        INSERT INTO lineage_node (title_id, id, kind, position, event_id, attributes)
        SELECT ?, m.id, m.kind, m.position, m.event_id, m.said
        FROM (
          SELECT n.*, n.attributes::jsonb AS said,
                 lag(n.attributes::jsonb) OVER (PARTITION BY n.id ORDER BY n.n) AS said_before
          FROM unnest(?::text[], ?::text[], ?::bigint[], ?::uuid[], ?::text[]) WITH ORDINALITY
            AS n (id, kind, position, event_id, attributes, n)) m
        WHERE m.said IS DISTINCT FROM coalesce(m.said_before, (
          SELECT o.attributes FROM lineage_node o WHERE o.title_id = ? AND o.id = m.id
          ORDER BY o.position DESC LIMIT 1))
        ON CONFLICT DO NOTHING
        """,
        titleId,
        rows.stream().map(row -> row.node().id()).toArray(String[]::new),
        rows.stream().map(row -> row.node().kind()).toArray(String[]::new),
        rows.stream().map(row -> row.change().position()).toArray(Long[]::new),
        rows.stream().map(row -> row.node().eventId()).toArray(UUID[]::new),
        rows.stream().map(row -> json(row.node().attributes())).toArray(String[]::new),
        titleId);
  }

  /// A thousand events name the same tool or rule book: only what says something new is kept.
  private static List<NodeRow> newsOf(List<Changes> changes) {
    var said = new HashMap<String, Object>();
    var news = new ArrayList<NodeRow>();
    for (var change : changes) {
      for (var node : change.nodes()) {
        if (!node.attributes().equals(said.put(node.id(), node.attributes()))) {
          news.add(new NodeRow(change, node));
        }
      }
    }
    return news;
  }

  private record NodeRow(Changes change, Node node) {}

  private void addEdges(String titleId, List<Changes> changes) {
    var rows =
        changes.stream()
            .flatMap(change -> change.edges().stream().map(edge -> new EdgeRow(change, edge)))
            .toList();
    sql.update(
        """
        INSERT INTO lineage_edge (title_id, from_id, to_id, relation, position, event_id)
        SELECT ?, e.* FROM unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::uuid[]) AS e
        ON CONFLICT DO NOTHING
        """,
        titleId,
        rows.stream().map(row -> row.edge().from()).toArray(String[]::new),
        rows.stream().map(row -> row.edge().to()).toArray(String[]::new),
        rows.stream().map(row -> row.edge().relation()).toArray(String[]::new),
        rows.stream().map(row -> row.change().position()).toArray(Long[]::new),
        rows.stream().map(row -> row.edge().eventId()).toArray(UUID[]::new));
  }

  private record EdgeRow(Changes change, Edge edge) {}

  private static String json(Object value) {
    try {
      return JsonPolicy.tolerant().writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("attributes of our own can be written", impossible);
    }
  }
}
