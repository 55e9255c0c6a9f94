package dev.picturelock.intake.use.store;

import dev.picturelock.intake.use.UseVersion;
import dev.picturelock.intake.use.Uses;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
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

  private final DataSource database;

  PostgresUses(DataSource database) {
    this.database = database;
  }

  @Override
  public void lock(String title, String use) {
    ask(
        LOCK,
        _ -> List.of("intake.use/" + title, use),
        statement -> {
          statement.execute();
          return true;
        });
  }

  @Override
  public Optional<UseVersion> latest(String title, String use) {
    return Optional.ofNullable(latest(title, List.of(use)).get(use));
  }

  @Override
  public Map<String, UseVersion> latest(String title, Collection<String> uses) {
    return list(LATEST, connection -> List.of(title, texts(connection, uses))).stream()
        .collect(Collectors.toMap(UseVersion::use, Function.identity()));
  }

  @Override
  public Optional<UseVersion> byKey(String title, String key) {
    return list(BY_KEY, _ -> List.of(title, key)).stream().findFirst();
  }

  @Override
  public boolean add(UseVersion version, @Nullable String key) {
    ask(ADD, _ -> UseColumns.of(version), PreparedStatement::executeUpdate);
    return key == null
        || ask(
                ADD_KEY,
                _ -> List.of(version.title(), key, version.use(), version.version()),
                PreparedStatement::executeUpdate)
            == 1;
  }

  @Override
  public List<UseVersion> after(String title, String use, int limit) {
    return list(AFTER, _ -> List.of(title, use, limit));
  }

  @Override
  public List<UseVersion> versions(String title, String use) {
    return list(VERSIONS, _ -> List.of(title, use));
  }

  private List<UseVersion> list(String sql, Arguments arguments) {
    return ask(
        sql,
        arguments,
        statement -> {
          var found = new ArrayList<UseVersion>();
          try (var rows = statement.executeQuery()) {
            while (rows.next()) {
              found.add(UseColumns.read(rows));
            }
          }
          return found;
        });
  }

  private <T> T ask(String sql, Arguments arguments, Step<T> step) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      int index = 1;
      for (var argument : arguments.of(connection)) {
        statement.setObject(index++, argument);
      }
      return step.run(statement);
    } catch (SQLException e) {
      throw new IllegalStateException("uses could not be read or written", e);
    }
  }

  private static Array texts(Connection connection, Collection<String> texts) throws SQLException {
    return connection.createArrayOf("text", texts.toArray());
  }

  @FunctionalInterface
  private interface Arguments {
    List<? extends @Nullable Object> of(Connection connection) throws SQLException;
  }

  @FunctionalInterface
  private interface Step<T> {
    T run(PreparedStatement statement) throws SQLException;
  }
}
