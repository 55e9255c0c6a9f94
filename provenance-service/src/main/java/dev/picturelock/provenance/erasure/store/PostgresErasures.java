package dev.picturelock.provenance.erasure.store;

import dev.picturelock.contracts.event.Event;
import dev.picturelock.kit.sql.Row;
import dev.picturelock.kit.sql.Sql;
import dev.picturelock.kit.time.Ids;
import dev.picturelock.provenance.disclosure.Arrived;
import dev.picturelock.provenance.erasure.Erasure;
import dev.picturelock.provenance.erasure.Erasure.Target;
import dev.picturelock.provenance.erasure.Erasures;
import dev.picturelock.provenance.erasure.Gone;
import dev.picturelock.provenance.erasure.Ground;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/// Erasures in PostgreSQL: what was asked for, what is gone, and what is left to do.
@ApplicationScoped
class PostgresErasures implements Erasures {
  private final Sql sql;

  PostgresErasures(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void remember(Erasure asked) {
    var person = asked.target() instanceof Target.Person(var pseudonym) ? pseudonym : null;
    var event = asked.target() instanceof Target.OfEvent of ? of : null;
    sql.update(
        """
        INSERT INTO erasure (id, title_id, at, ground, asked_by, person, event_id, names)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
        """,
        asked.id(),
        asked.titleId(),
        asked.at(),
        asked.ground().name(),
        asked.askedBy(),
        person,
        event == null ? null : event.event(),
        event == null || event.names().isEmpty() ? null : event.names().toArray(String[]::new));
  }

  @Override
  public Map<Arrived, UUID> alreadyErased(Collection<Arrived> arrived) {
    var values = List.copyOf(arrived);
    return found(
        values,
        sql.list(
            """
            SELECT a.n, e.redaction FROM
              unnest(?::text[], ?::uuid[], ?::text[]) WITH ORDINALITY
                AS a (title_id, event_id, digest, n)
              JOIN erased_value e USING (title_id, event_id, digest)
            """,
            row -> Map.entry(row.integer("n"), row.uuid("redaction")),
            texts(values, value -> value.subject().titleId()),
            values.stream().map(Arrived::event).toArray(UUID[]::new),
            texts(values, Arrived::digest)));
  }

  @Override
  public Map<Arrived, Erasure> askedFor(Collection<Arrived> arrived) {
    var values = List.copyOf(arrived);
    return found(
        values,
        sql.list(
            """
            SELECT DISTINCT ON (a.n) a.n, e.* FROM
              unnest(?::text[], ?::uuid[], ?::text[], ?::text[], ?::timestamptz[]) WITH ORDINALITY
                AS a (title_id, event_id, name, subject, said_at, n)
              JOIN erasure e ON e.title_id = a.title_id AND e.at >= a.said_at
                AND (e.person = a.subject
                     OR e.event_id = a.event_id AND (e.names IS NULL OR a.name = ANY (e.names)))
            ORDER BY a.n, e.at DESC
            """,
            row -> Map.entry(row.integer("n"), erasure(row)),
            texts(values, value -> value.subject().titleId()),
            values.stream().map(Arrived::event).toArray(UUID[]::new),
            texts(values, value -> value.disclosure().name()),
            texts(values, value -> value.subject().name()),
            texts(values, PostgresErasures::saidAt)));
  }

  /// When the event was made, as its id says. Of an id that does not say, long ago: a person who
  /// was erased stays so when in doubt.
  private static String saidAt(Arrived value) {
    return Ids.timeOf(value.event()).orElse(Instant.EPOCH).toString();
  }

  @Override
  public void erased(Event redaction, Ground ground, List<Gone> gone) {
    sql.update(
        """
        INSERT INTO erased_value (title_id, event_id, digest, name, at, ground, redaction)
        SELECT ?, g.*, ?, ?, ? FROM unnest(?::uuid[], ?::text[], ?::text[]) AS g
        ON CONFLICT DO NOTHING
        """,
        redaction.titleId(),
        redaction.time(),
        ground.name(),
        redaction.id(),
        gone.stream().map(Gone::event).toArray(UUID[]::new),
        gone.stream().map(Gone::digest).toArray(String[]::new),
        gone.stream().map(Gone::name).toArray(String[]::new));
  }

  @Override
  public void destroyLater(String keyId) {
    sql.update("INSERT INTO key_to_destroy (key_id) VALUES (?) ON CONFLICT DO NOTHING", keyId);
  }

  @Override
  public List<String> keysToDestroy() {
    return sql.list("SELECT key_id FROM key_to_destroy", row -> row.text("key_id"));
  }

  @Override
  public void destroyed(String keyId) {
    sql.update("DELETE FROM key_to_destroy WHERE key_id = ?", keyId);
  }

  @Override
  public void eraseAgain(List<Gone> gone, Instant due) {
    sql.update(
        """
        INSERT INTO tombstone_due (event_id, digest, due)
        SELECT g.*, ? FROM unnest(?::uuid[], ?::text[]) AS g
        ON CONFLICT (event_id, digest) DO UPDATE SET due = EXCLUDED.due
        """,
        due,
        gone.stream().map(Gone::event).toArray(UUID[]::new),
        gone.stream().map(Gone::digest).toArray(String[]::new));
  }

  @Override
  public List<String> takeDue(Instant now, int limit) {
    return sql.list(
        """
        DELETE FROM tombstone_due t USING (
          SELECT event_id, digest FROM tombstone_due WHERE due <= ?
          ORDER BY due LIMIT ? FOR UPDATE SKIP LOCKED) d
        WHERE t.event_id = d.event_id AND t.digest = d.digest
        RETURNING t.event_id || '/' || t.digest AS key
        """,
        row -> row.text("key"),
        now,
        limit);
  }

  private static Erasure erasure(Row row) throws SQLException {
    var person = row.textOrNull("person");
    return new Erasure(
        row.uuid("id"),
        row.text("title_id"),
        row.instant("at"),
        Ground.valueOf(row.text("ground")),
        row.text("asked_by"),
        person == null
            ? new Target.OfEvent(row.uuid("event_id"), row.texts("names"))
            : new Target.Person(person));
  }

  /// By their places in the question, counted from 1.
  private static <T> Map<Arrived, T> found(List<Arrived> asked, List<Map.Entry<Long, T>> answers) {
    var found = new HashMap<Arrived, T>();
    answers.forEach(
        answer -> found.put(asked.get(Math.toIntExact(answer.getKey()) - 1), answer.getValue()));
    return found;
  }

  private static String[] texts(List<Arrived> values, Function<Arrived, String> part) {
    return values.stream().map(part).toArray(String[]::new);
  }
}
