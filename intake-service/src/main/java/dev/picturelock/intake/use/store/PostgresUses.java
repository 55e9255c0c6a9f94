package dev.picturelock.intake.use.store;

import dev.picturelock.intake.use.UseVersion;
import dev.picturelock.intake.use.Uses;
import dev.picturelock.kit.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PostgresUses implements Uses {
  private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext(?), hashtext(?))";

  private static final String COLUMNS =
      """
      v.title_id, v.use_id, v.version, v.description, v.tool_id, v.stated, v.facts, v.terms_id,
      v.conflicts, v.event_id, v.reported_by, v.reported_at
      """;

  private static final String LATEST =
      "SELECT DISTINCT ON (v.use_id) "
          + COLUMNS
          + """
          FROM use_version v
          WHERE v.title_id = ? AND v.use_id = ANY (?)
          ORDER BY v.use_id, v.version DESC
          """;

  private static final String BY_KEY =
      "SELECT "
          + COLUMNS
          + """
          FROM use_submission s
          JOIN use_version v USING (title_id, use_id, version)
          WHERE s.title_id = ? AND s.key = ?
          """;

  private static final String AFTER =
      "SELECT DISTINCT ON (v.use_id) "
          + COLUMNS
          + """
          FROM use_version v
          WHERE v.title_id = ? AND v.use_id > ?
          ORDER BY v.use_id, v.version DESC
          LIMIT ?
          """;

  private static final String VERSIONS =
      "SELECT "
          + COLUMNS
          + """
          FROM use_version v
          WHERE v.title_id = ? AND v.use_id = ?
          ORDER BY v.version DESC
          """;

  private static final String ADD =
      """
      INSERT INTO use_version (title_id, use_id, version, description, tool_id, stated, facts,
        terms_id, conflicts, event_id, reported_by, reported_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String ADD_KEY =
      """
      INSERT INTO use_submission (title_id, key, use_id, version)
      VALUES (?, ?, ?, ?)
      ON CONFLICT (title_id, key) DO NOTHING
      """;

  private final Sql sql;

  PostgresUses(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void lock(String title, String use) {
    sql.first(LOCK, _ -> true, "intake.use/" + title, use);
  }

  @Override
  public Optional<UseVersion> latest(String title, String use) {
    return Optional.ofNullable(latest(title, List.of(use)).get(use));
  }

  @Override
  public Map<String, UseVersion> latest(String title, Collection<String> uses) {
    return sql.list(LATEST, UseColumns::read, title, uses.toArray(String[]::new)).stream()
        .collect(Collectors.toMap(UseVersion::use, Function.identity()));
  }

  @Override
  public Optional<UseVersion> byKey(String title, String key) {
    return sql.first(BY_KEY, UseColumns::read, title, key);
  }

  @Override
  public boolean add(UseVersion version, @Nullable String key) {
    sql.update(ADD, UseColumns.of(version));
    return key == null || note(key, version);
  }

  @Override
  public boolean note(String key, UseVersion version) {
    return sql.update(ADD_KEY, version.title(), key, version.use(), version.version()) == 1;
  }

  @Override
  public List<UseVersion> after(String title, String use, int limit) {
    return sql.list(AFTER, UseColumns::read, title, use, limit);
  }

  @Override
  public List<UseVersion> versions(String title, String use) {
    return sql.list(VERSIONS, UseColumns::read, title, use);
  }
}
