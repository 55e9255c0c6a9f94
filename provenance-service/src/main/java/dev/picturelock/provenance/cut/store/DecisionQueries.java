package dev.picturelock.provenance.cut.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.picturelock.kit.sql.Sql;
import dev.picturelock.provenance.cut.AssetState.Tier;
import dev.picturelock.provenance.cut.AssetVersion;
import dev.picturelock.provenance.lineage.Position;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// The rows that decide about a set of asset versions: one query for each table, whatever the size
/// of the set.
final class DecisionQueries {
  private static final String CLASSIFICATIONS =
      """
      SELECT DISTINCT ON (subject) subject, position, tier, media_use, facts_sha256, required_actions
      FROM classification WHERE title_id = ? AND subject = ANY (?) AND position < ?
      ORDER BY subject, position DESC
      """;
  private static final String APPROVALS =
      """
      SELECT approval, position, subject, use_id, status, scope, facts_sha256, valid_until
      FROM approval_state
      WHERE title_id = ? AND position < ? AND approval IN (
        SELECT approval FROM approval_state
        WHERE title_id = ? AND status = 'GRANTED' AND subject = ANY (?)
        UNION
        SELECT approval FROM approval_state
        WHERE title_id = ? AND status = 'GRANTED' AND scope = 'use' AND use_id = ANY (?))
      ORDER BY position
      """;
  private static final String REVIEWS =
      """
      SELECT subject, review, status, open_actions, position FROM review_state
      WHERE title_id = ? AND subject = ANY (?) AND position < ? ORDER BY position
      """;
  // Evidence that was given again for the same action takes the place of the older.
  private static final String EVIDENCE =
      """
      SELECT last.review, c.to_id AS consent FROM (
        SELECT DISTINCT ON (r.from_id, n.attributes ->> 'action')
               r.from_id AS review, r.to_id AS evidence
        FROM lineage_edge r
        JOIN lineage_node n ON n.title_id = r.title_id AND n.id = r.to_id AND n.position < ?
        WHERE r.title_id = ? AND r.from_id = ANY (?) AND r.relation = 'closedBy' AND r.position < ?
        ORDER BY r.from_id, n.attributes ->> 'action', r.position DESC) last
      JOIN lineage_edge c ON c.title_id = ? AND c.from_id = last.evidence
        AND c.relation = 'leansOn'
      """;
  private static final String CONSENTS =
      """
      SELECT consent, position, status, valid_from::timestamp AT TIME ZONE 'UTC' AS starts,
             (valid_to + 1)::timestamp AT TIME ZONE 'UTC' AS ends
      FROM consent_state WHERE title_id = ? AND consent = ANY (?) AND position < ?
      ORDER BY position
      """;
  private static final String WITHDRAWALS =
      """
      SELECT w.asset, w.version, w.position FROM asset_withdrawal w
      JOIN unnest(?::text[], ?::text[]) AS q (asset, version) USING (asset, version)
      WHERE w.title_id = ? AND w.position < ?
      """;

  private static final String USES =
      "SELECT id, position FROM lineage_node WHERE title_id = ? AND id = ANY (?) AND position < ?";

  private final Sql sql;
  private final String titleId;
  private final long size;

  DecisionQueries(Sql sql, String titleId, Position at) {
    this.sql = sql;
    this.titleId = titleId;
    this.size = at.size();
  }

  Map<String, Classified> classifications(Collection<String> subjects) {
    var found = new HashMap<String, Classified>();
    sql.list(
            CLASSIFICATIONS,
            row ->
                Map.entry(
                    row.text("subject"),
                    new Classified(
                        row.integer("position"),
                        Tier.valueOf(row.text("tier")),
                        row.textOrNull("media_use"),
                        row.text("facts_sha256"),
                        row.texts("required_actions"))),
            titleId,
            array(subjects),
            size)
        .forEach(one -> found.put(one.getKey(), one.getValue()));
    return found;
  }

  /// In the order they were granted.
  Collection<Grant> approvals(Collection<String> subjects, Collection<String> uses) {
    var grants = new LinkedHashMap<UUID, Grant>();
    sql.list(
            APPROVALS,
            row ->
                Map.entry(
                    row.text("status"),
                    new Grant(
                        row.uuid("approval"),
                        row.integer("position"),
                        List.of(row.integer("position")),
                        row.text("subject"),
                        row.textOrNull("use_id"),
                        row.textOrNull("scope"),
                        row.textOrNull("facts_sha256"),
                        row.instantOrNull("valid_until"),
                        false,
                        false)),
            titleId,
            size,
            titleId,
            array(subjects),
            titleId,
            array(uses))
        .forEach(state -> {
          var status = state.getKey();
          var grant = state.getValue();
          if (status.equals("GRANTED")) {
            grants.put(grant.id(), grant);
          } else {
            grants.computeIfPresent(
                grant.id(), (_, granted) -> granted.ended(status, grant.position()));
          }
        });
    return grants.values();
  }

  Map<String, ReviewHistory> reviews(Collection<String> subjects) {
    var found = new HashMap<String, ReviewHistory>();
    sql.list(
            REVIEWS,
            row ->
                Map.entry(
                    row.text("subject"),
                    new ReviewHistory(
                        row.uuid("review"),
                        row.integer("position"),
                        row.integer("position"),
                        List.of(row.integer("position")),
                        row.text("status"),
                        row.texts("open_actions"))),
            titleId,
            array(subjects),
            size)
        .forEach(one -> found.merge(one.getKey(), one.getValue(), ReviewHistory::then));
    return found;
  }

  /// Consents that close actions of the reviews.
  Map<UUID, Set<String>> consentsOfReviews(Collection<UUID> reviews) {
    var found = new HashMap<UUID, Set<String>>();
    sql.list(
            EVIDENCE,
            row -> Map.entry(idOf(row.text("review")), idOf(row.text("consent")).toString()),
            size,
            titleId,
            reviews.stream().map(review -> "review:" + review).toArray(String[]::new),
            size,
            titleId)
        .forEach(
            one -> found.computeIfAbsent(one.getKey(), _ -> new HashSet<>()).add(one.getValue()));
    return found;
  }

  private static UUID idOf(String node) {
    return UUID.fromString(node.substring(node.indexOf(':') + 1));
  }

  Map<String, ConsentFacts> consents(Collection<String> ids) {
    var found = new HashMap<String, ConsentFacts>();
    sql.list(
            CONSENTS,
            row ->
                Map.entry(
                    row.uuid("consent").toString(),
                    new ConsentFacts(
                        List.of(row.integer("position")),
                        row.text("status").equals("RECORDED"),
                        row.instantOrNull("starts"),
                        row.instantOrNull("ends"),
                        row.text("status").equals("REVOKED"))),
            titleId,
            ids.stream().map(UUID::fromString).toArray(UUID[]::new),
            size)
        .forEach(one -> found.merge(one.getKey(), one.getValue(), ConsentFacts::then));
    return found;
  }

  Map<AssetVersion, List<Long>> withdrawals(Collection<AssetVersion> versions) {
    return sql
        .list(
            WITHDRAWALS,
            row ->
                Map.entry(
                    new AssetVersion(row.text("asset"), row.text("version")),
                    row.integer("position")),
            versions.stream().map(AssetVersion::asset).toArray(String[]::new),
            versions.stream().map(AssetVersion::version).toArray(String[]::new),
            titleId,
            size)
        .stream()
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
  }

  /// Where each of these uses was reported.
  Map<String, List<Long>> uses(Collection<String> nodes) {
    return sql
        .list(
            USES,
            row -> Map.entry(row.text("id"), row.integer("position")),
            titleId,
            array(nodes),
            size)
        .stream()
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
  }

  private static String[] array(Collection<String> texts) {
    return texts.stream().distinct().toArray(String[]::new);
  }
}
