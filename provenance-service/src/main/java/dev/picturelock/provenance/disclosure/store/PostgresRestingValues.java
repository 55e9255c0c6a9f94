package dev.picturelock.provenance.disclosure.store;

import dev.picturelock.kit.sql.Row;
import dev.picturelock.kit.sql.Sql;
import dev.picturelock.provenance.disclosure.ErasedValue;
import dev.picturelock.provenance.disclosure.Resting;
import dev.picturelock.provenance.disclosure.RestingValues;
import dev.picturelock.provenance.disclosure.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/// Values at rest in PostgreSQL, and the names of the keys that they rest under.
@ApplicationScoped
class PostgresRestingValues implements RestingValues {
  private static final String COLUMNS =
      "SELECT title_id, event_id, digest, subject, key_id, sealed, file_key FROM disclosure";

  private final Sql sql;

  PostgresRestingValues(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void share(Collection<String> titleIds) {
    for (var titleId : titleIds) {
      lock("pg_advisory_xact_lock_shared", titleId);
    }
  }

  @Override
  public void hold(String titleId) {
    lock("pg_advisory_xact_lock", titleId);
  }

  private void lock(String function, String titleId) {
    sql.list(
        "SELECT " + function + "(hashtext(current_schema() || '.values'), hashtext(?))",
        _ -> titleId,
        titleId);
  }

  @Override
  public Map<Subject, String> keysOf(Collection<Subject> subjects) {
    var found = new HashMap<Subject, String>();
    sql.list(
            """
            SELECT title_id, subject, key_id FROM subject_key
            JOIN unnest(?::text[], ?::text[]) AS asked (title_id, subject) USING (title_id, subject)
            """,
            row -> Map.entry(subject(row), row.text("key_id")),
            subjects.stream().map(Subject::titleId).toArray(String[]::new),
            subjects.stream().map(Subject::name).toArray(String[]::new))
        .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
    return found;
  }

  @Override
  public List<String> addKeys(Map<Subject, String> keyIds) {
    // In one order, so that two instances cannot wait for one another.
    var sorted = new TreeMap<>(keyIds);
    var subjects = new ArrayList<>(sorted.keySet());
    return sql.list(
        """
        INSERT INTO subject_key (title_id, subject, key_id)
        SELECT * FROM unnest(?::text[], ?::text[], ?::text[])
        ON CONFLICT (title_id, subject) DO NOTHING
        RETURNING key_id
        """,
        row -> row.text("key_id"),
        subjects.stream().map(Subject::titleId).toArray(String[]::new),
        subjects.stream().map(Subject::name).toArray(String[]::new),
        sorted.values().toArray(String[]::new));
  }

  @Override
  public boolean replaceKey(Subject subject, String oldId, String newId) {
    int replaced =
        sql.update(
            "UPDATE subject_key SET key_id = ? WHERE title_id = ? AND subject = ? AND key_id = ?",
            newId,
            subject.titleId(),
            subject.name(),
            oldId);
    return replaced == 1;
  }

  @Override
  public void dropKey(Subject subject) {
    sql.update(
        "DELETE FROM subject_key WHERE title_id = ? AND subject = ?",
        subject.titleId(),
        subject.name());
  }

  @Override
  public void put(List<Resting> arrived) {
    // In one order, as above.
    var values =
        arrived.stream()
            .sorted(Comparator.comparing(Resting::event).thenComparing(Resting::digest))
            .toList();
    sql.update(
        """
        INSERT INTO disclosure (title_id, event_id, digest, subject, key_id, sealed, file_key)
        SELECT * FROM unnest(?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::bytea[],
          ?::text[])
        ON CONFLICT DO NOTHING
        """,
        texts(values, value -> value.subject().titleId()),
        events(values),
        texts(values, Resting::digest),
        texts(values, value -> value.subject().name()),
        texts(values, Resting::keyId),
        values.stream().map(Resting::sealed).toArray(byte[][]::new),
        values.stream().map(Resting::fileKey).toArray(String[]::new));
  }

  @Override
  public List<Resting> ofEvents(String titleId, Collection<UUID> events) {
    return sql.list(
        COLUMNS + " WHERE title_id = ? AND event_id = ANY (?)",
        PostgresRestingValues::resting,
        titleId,
        events.toArray(UUID[]::new));
  }

  @Override
  public List<Resting> ofSubject(Subject subject, int limit) {
    return sql.list(
        COLUMNS + " WHERE title_id = ? AND subject = ? LIMIT ?",
        PostgresRestingValues::resting,
        subject.titleId(),
        subject.name(),
        limit);
  }

  @Override
  public List<Resting> underKey(Subject subject, String keyId, int limit) {
    return sql.list(
        COLUMNS + " WHERE title_id = ? AND subject = ? AND key_id = ? LIMIT ?",
        PostgresRestingValues::resting,
        subject.titleId(),
        subject.name(),
        keyId,
        limit);
  }

  @Override
  public void rekey(String titleId, List<Resting> values) {
    sql.update(
        """
        UPDATE disclosure d SET key_id = n.key_id, sealed = n.sealed
        FROM unnest(?::uuid[], ?::text[], ?::text[], ?::bytea[])
          AS n (event_id, digest, key_id, sealed)
        WHERE d.title_id = ? AND d.event_id = n.event_id AND d.digest = n.digest
        """,
        events(values),
        texts(values, Resting::digest),
        texts(values, Resting::keyId),
        values.stream().map(Resting::sealed).toArray(byte[][]::new),
        titleId);
  }

  @Override
  public void delete(String titleId, List<Resting> values) {
    sql.update(
        """
        DELETE FROM disclosure d USING unnest(?::uuid[], ?::text[]) AS n (event_id, digest)
        WHERE d.title_id = ? AND d.event_id = n.event_id AND d.digest = n.digest
        """,
        events(values),
        texts(values, Resting::digest),
        titleId);
  }

  @Override
  public int deleteUnder(Subject subject, String keyId) {
    return sql.update(
        "DELETE FROM disclosure WHERE title_id = ? AND subject = ? AND key_id = ?",
        subject.titleId(),
        subject.name(),
        keyId);
  }

  @Override
  public void delete(UUID event, String digest) {
    sql.update("DELETE FROM disclosure WHERE event_id = ? AND digest = ?", event, digest);
  }

  @Override
  public List<ErasedValue> erased(String titleId, Collection<UUID> events) {
    return sql.list(
        """
        SELECT event_id, digest, name, at, ground, redaction FROM erased_value
        WHERE title_id = ? AND event_id = ANY (?) ORDER BY at, name, digest
        """,
        row ->
            new ErasedValue(
                row.uuid("event_id"),
                row.text("digest"),
                row.text("name"),
                row.instant("at"),
                row.text("ground"),
                row.uuid("redaction")),
        titleId,
        events.toArray(UUID[]::new));
  }

  @Override
  public Optional<String> anyKey() {
    return sql.first("SELECT key_id FROM subject_key LIMIT 1", row -> row.text("key_id"));
  }

  private static Resting resting(Row row) throws SQLException {
    return new Resting(
        row.uuid("event_id"),
        row.text("digest"),
        subject(row),
        row.text("key_id"),
        row.bytes("sealed"),
        row.textOrNull("file_key"));
  }

  private static Subject subject(Row row) throws SQLException {
    return new Subject(row.text("title_id"), row.text("subject"));
  }

  private static String[] texts(List<Resting> values, Function<Resting, String> part) {
    return values.stream().map(part).toArray(String[]::new);
  }

  private static UUID[] events(List<Resting> values) {
    return values.stream().map(Resting::event).toArray(UUID[]::new);
  }
}
