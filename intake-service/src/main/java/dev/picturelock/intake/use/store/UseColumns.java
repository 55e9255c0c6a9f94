package dev.picturelock.intake.use.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.picturelock.contracts.event.FactConflict;
import dev.picturelock.contracts.facts.Facts;
import dev.picturelock.intake.use.UseVersion;
import dev.picturelock.kit.json.JsonPolicy;
import dev.picturelock.kit.sql.Row;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A version of a use as columns, in the order of the table.
final class UseColumns {
  private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};
  private static final TypeReference<List<FactConflict>> CONFLICTS = new TypeReference<>() {};

  private UseColumns() {}

  static @Nullable Object[] of(UseVersion use) {
    return new @Nullable Object[] {
      use.title(),
      use.use(),
      use.version(),
      use.description(),
      use.tool(),
      json(use.stated().stated()),
      json(use.facts().stated()),
      use.terms(),
      json(use.conflicts()),
      use.eventId(),
      use.reportedBy(),
      use.reportedAt()
    };
  }

  static UseVersion read(Row row) throws SQLException {
    return new UseVersion(
        row.text("title_id"),
        row.text("use_id"),
        row.smallInteger("version"),
        row.textOrNull("description"),
        row.textOrNull("tool_id"),
        new Facts(parse(row.text("stated"), FACTS)),
        new Facts(parse(row.text("facts"), FACTS)),
        row.uuidOrNull("terms_id"),
        parse(row.text("conflicts"), CONFLICTS),
        row.uuid("event_id"),
        row.text("reported_by"),
        row.instant("reported_at"));
  }

  private static String json(Object value) {
    return new String(JsonPolicy.canonical(value), StandardCharsets.UTF_8);
  }

  private static <T> T parse(String text, TypeReference<T> type) {
    try {
      return JsonPolicy.tolerant().readValue(text, type);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("a row of our own cannot be read", broken);
    }
  }
}
