package dev.picturelock.kit.sql;

import static java.util.Objects.requireNonNull;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One row of a result. Columns that may be null have their own methods.
public final class Row {
  private final ResultSet result;

  Row(ResultSet result) {
    this.result = result;
  }

  public String text(String column) throws SQLException {
    return requireNonNull(result.getString(column), column);
  }

  public @Nullable String textOrNull(String column) throws SQLException {
    return result.getString(column);
  }

  public long integer(String column) throws SQLException {
    return result.getLong(column);
  }

  public @Nullable Long integerOrNull(String column) throws SQLException {
    return result.getObject(column, Long.class);
  }

  public int smallInteger(String column) throws SQLException {
    return result.getInt(column);
  }

  public boolean truth(String column) throws SQLException {
    return result.getBoolean(column);
  }

  public byte[] bytes(String column) throws SQLException {
    return requireNonNull(result.getBytes(column), column);
  }

  public byte @Nullable [] bytesOrNull(String column) throws SQLException {
    return result.getBytes(column);
  }

  public UUID uuid(String column) throws SQLException {
    return requireNonNull(result.getObject(column, UUID.class), column);
  }

  public @Nullable UUID uuidOrNull(String column) throws SQLException {
    return result.getObject(column, UUID.class);
  }

  public Instant instant(String column) throws SQLException {
    return requireNonNull(instantOrNull(column), column);
  }

  public @Nullable Instant instantOrNull(String column) throws SQLException {
    var at = result.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  /// A text array; null is empty.
  public List<String> texts(String column) throws SQLException {
    Array array = result.getArray(column);
    return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
  }

  /// A uuid array; null is empty.
  public List<UUID> uuids(String column) throws SQLException {
    Array array = result.getArray(column);
    return array == null ? List.of() : Arrays.asList((UUID[]) array.getArray());
  }
}
