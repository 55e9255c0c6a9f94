package dev.picturelock.intake.use.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.picturelock.contracts.event.FactConflict;
import dev.picturelock.contracts.facts.Facts;
import dev.picturelock.intake.use.UseVersion;
import dev.picturelock.kit.json.JsonPolicy;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A version of a use as columns, in the order of the table.
final class UseColumns {
  private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};
  private static final TypeReference<List<FactConflict>> CONFLICTS = new TypeReference<>() {};

  private UseColumns() {}

  static List<@Nullable Object> of(UseVersion use) {
    return Arrays.asList(
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
        use.reportedAt().atOffset(ZoneOffset.UTC));
  }

  static UseVersion read(ResultSet row) throws SQLException {
    return new UseVersion(
        row.getString("title_id"),
        row.getString("use_id"),
        row.getInt("version"),
        row.getString("description"),
        row.getString("tool_id"),
        new Facts(parse(row.getString("stated"), FACTS)),
        new Facts(parse(row.getString("facts"), FACTS)),
        row.getObject("terms_id", UUID.class),
        parse(row.getString("conflicts"), CONFLICTS),
        row.getObject("event_id", UUID.class),
        row.getString("reported_by"),
        row.getObject("reported_at", OffsetDateTime.class).toInstant());
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
