package dev.picturelock.kit.sql;

import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Runs SQL with positional parameters. Java arrays become PostgreSQL arrays, instants become
/// `timestamptz`; JSON is text, cast with `?::jsonb`.
@ApplicationScoped
@IfBuildProperty(name = "picturelock.database", stringValue = "true", enableIfMissing = true)
public class Sql {
  private static final Map<Class<?>, String> ARRAY_TYPES =
      Map.of(
          String[].class, "text",
          Long[].class, "bigint",
          Integer[].class, "int",
          Boolean[].class, "bool",
          UUID[].class, "uuid",
          byte[][].class, "bytea");

  private final DataSource database;

  Sql(DataSource database) {
    this.database = database;
  }

  /// Turns a row into a value.
  @FunctionalInterface
  public interface RowMapper<T> {
    T map(Row row) throws SQLException;
  }

  public int update(String statement, @Nullable Object... parameters) {
    try (var connection = database.getConnection();
        var prepared = prepare(connection, statement, parameters)) {
      return prepared.executeUpdate();
    } catch (SQLException e) {
      throw failed(statement, e);
    }
  }

  /// A statement that will run for many rows.
  public Batch batch(String statement) {
    return new Batch(statement);
  }

  public <T> List<T> list(String query, RowMapper<T> mapper, @Nullable Object... parameters) {
    try (var connection = database.getConnection();
        var prepared = prepare(connection, query, parameters);
        var result = prepared.executeQuery()) {
      var rows = new ArrayList<T>();
      var row = new Row(result);
      while (result.next()) {
        rows.add(mapper.map(row));
      }
      return rows;
    } catch (SQLException e) {
      throw failed(query, e);
    }
  }

  public <T> Optional<T> first(String query, RowMapper<T> mapper, @Nullable Object... parameters) {
    var rows = list(query, mapper, parameters);
    return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getFirst());
  }

  /// Rows for one statement, which runs for all of them in one exchange with the database.
  public final class Batch {
    private final String statement;
    private final List<@Nullable Object[]> rows = new ArrayList<>();

    private Batch(String statement) {
      this.statement = statement;
    }

    public void add(@Nullable Object... row) {
      rows.add(row);
    }

    public void run() {
      if (rows.isEmpty()) {
        return;
      }
      try (var connection = database.getConnection();
          var prepared = connection.prepareStatement(statement)) {
        for (var row : rows) {
          set(prepared, row);
          prepared.addBatch();
        }
        prepared.executeBatch();
      } catch (SQLException e) {
        throw failed(statement, e);
      }
    }
  }

  private static PreparedStatement prepare(
      Connection connection, String statement, @Nullable Object[] parameters) throws SQLException {
    var prepared = connection.prepareStatement(statement);
    set(prepared, parameters);
    return prepared;
  }

  private static void set(PreparedStatement prepared, @Nullable Object[] parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      prepared.setObject(i + 1, value(prepared.getConnection(), parameters[i]));
    }
  }

  private static @Nullable Object value(Connection connection, @Nullable Object parameter)
      throws SQLException {
    if (parameter instanceof String text && text.indexOf('\0') >= 0) {
      // Bodies and events are checked at the door; what is left are paths and query parameters.
      throw new ProblemException(
          ProblemType.INVALID_PARAMETER, "NUL is no text, and nothing here is called by it");
    }
    if (parameter instanceof Instant instant) {
      return instant.atOffset(ZoneOffset.UTC);
    }
    if (parameter instanceof Object[] array) {
      var type = ARRAY_TYPES.get(array.getClass());
      if (type == null) {
        throw new IllegalArgumentException("no SQL array type for " + array.getClass());
      }
      return connection.createArrayOf(type, array);
    }
    return parameter;
  }

  private static SqlFailedException failed(String statement, SQLException e) {
    return new SqlFailedException(statement.lines().findFirst().orElse("").strip(), e);
  }
}
