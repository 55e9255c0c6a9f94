package dev.picturelock.provenance.lineage.store;

import dev.picturelock.kit.sql.Row;
import dev.picturelock.kit.sql.Sql;
import dev.picturelock.provenance.lineage.AssetCatalogue;
import dev.picturelock.provenance.lineage.AssetVersionView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class PostgresAssetCatalogue implements AssetCatalogue {
  private static final String VERSIONS =
      """
      SELECT v.*, c.tier, c.required_actions, c.rules, r.open_actions,
             coalesce(w.state, a.status, r.status, 'NONE') AS state
      FROM asset_version v
      LEFT JOIN LATERAL (
        SELECT tier, required_actions, rules, facts_sha256 FROM classification c
        WHERE c.title_id = v.title_id AND c.subject = 'asset/' || v.asset || '/' || v.version
        ORDER BY position DESC LIMIT 1) c ON true
      LEFT JOIN LATERAL (
        SELECT status, open_actions FROM review_state r
        WHERE r.title_id = v.title_id AND r.subject = 'asset/' || v.asset || '/' || v.version
        ORDER BY position DESC LIMIT 1) r ON true
      LEFT JOIN LATERAL (
        SELECT last.status FROM (
          SELECT DISTINCT ON (s.approval) s.position, s.status
          FROM approval_state s
          WHERE s.title_id = v.title_id
            AND s.approval IN (
              SELECT g.approval FROM approval_state g
              WHERE g.title_id = v.title_id AND g.status = 'GRANTED'
                AND (g.subject = 'asset/' || v.asset || '/' || v.version
                     OR (g.scope = 'use' AND g.use_id = v.use_id
                         AND g.facts_sha256 = c.facts_sha256)))
          ORDER BY s.approval, s.position DESC) last
        ORDER BY last.status = 'GRANTED' DESC, last.position DESC LIMIT 1) a ON true
      LEFT JOIN LATERAL (
        SELECT 'WITHDRAWN' AS state FROM asset_withdrawal w
        WHERE w.title_id = v.title_id AND w.asset = v.asset AND w.version = v.version
        LIMIT 1) w ON true
      WHERE v.title_id = ?
      """;

  private final Sql sql;

  PostgresAssetCatalogue(Sql sql) {
    this.sql = sql;
  }

  @Override
  @Transactional
  public Optional<AssetVersionView> find(String titleId, String asset, String version) {
    return sql.first(
        VERSIONS + " AND v.asset = ? AND v.version = ?",
        PostgresAssetCatalogue::view,
        titleId,
        asset,
        version);
  }

  @Override
  @Transactional
  public List<AssetVersionView> list(String titleId, Filter filter, long after, int limit) {
    return sql.list(
        "SELECT * FROM ("
            + VERSIONS
            + """
            ) AS found
            WHERE position > ?
              AND (?::text IS NULL OR tool = ?)
              AND (?::text IS NULL OR model = ?)
              AND (?::text IS NULL OR tier = ?)
              AND (?::text IS NULL OR state = ?)
              AND (?::text IS NULL OR strpos(lower(asset), lower(?)) > 0)
            ORDER BY position LIMIT ?
            """,
        PostgresAssetCatalogue::view,
        titleId,
        after,
        filter.tool(),
        filter.tool(),
        filter.model(),
        filter.model(),
        filter.tier(),
        filter.tier(),
        filter.state(),
        filter.state(),
        filter.q(),
        filter.q(),
        limit);
  }

  private static AssetVersionView view(Row row) throws SQLException {
    return new AssetVersionView(
        row.text("asset"),
        row.text("version"),
        row.text("contribution"),
        row.textOrNull("media_type"),
        row.textOrNull("sha256"),
        row.textOrNull("c4"),
        row.integerOrNull("size"),
        row.textOrNull("use_id"),
        row.textOrNull("tool"),
        row.textOrNull("model"),
        row.textOrNull("tier"),
        row.texts("required_actions"),
        row.texts("rules"),
        row.text("state"),
        row.texts("open_actions"),
        row.text("registered_by"),
        row.instant("at"),
        row.uuid("event_id"),
        row.integer("position"));
  }
}
