package dev.picturelock.provenance.cut.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.picturelock.kit.json.JsonPolicy;
import dev.picturelock.kit.sql.Row;
import dev.picturelock.kit.sql.Sql;
import dev.picturelock.provenance.cut.Cut;
import dev.picturelock.provenance.cut.Cuts;
import dev.picturelock.provenance.cut.ElementDocument;
import dev.picturelock.provenance.cut.FrameRate;
import dev.picturelock.provenance.cut.Timeline.Element;
import dev.picturelock.provenance.cut.Timeline.Track;
import dev.picturelock.provenance.cut.Timeline.Warning;
import dev.picturelock.provenance.cut.TimelineFormat;
import dev.picturelock.provenance.cut.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Cuts in PostgreSQL; all elements of a cut go in one statement.
@ApplicationScoped
class PostgresCuts implements Cuts {
  private static final TypeReference<List<TrackDocument>> TRACKS = new TypeReference<>() {};
  private static final TypeReference<List<Warning>> WARNINGS = new TypeReference<>() {};
  private static final TypeReference<ElementDocument> ELEMENT = new TypeReference<>() {};

  private static final String CUTS =
      """
      SELECT c.*, l.verdict, l.ledger_size, l.event_id AS lock_event, l.at AS locked_at, l.locked_by
      FROM cut c LEFT JOIN cut_lock l ON l.title_id = c.title_id AND l.cut = c.id
      WHERE c.title_id = ?
      """;

  private final Sql sql;

  PostgresCuts(Sql sql) {
    this.sql = sql;
  }

  @Override
  @Transactional
  public boolean add(Cut cut, List<Element> elements) {
    int added =
        sql.update(
            """
            INSERT INTO cut (title_id, id, name, format, rate, start_at, duration, file_sha256,
              elements_sha256, elements, tracks, warnings, event_id, at, imported_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """,
            cut.titleId(),
            cut.id(),
            cut.name(),
            cut.format().name(),
            cut.rate().toString(),
            cut.start().seconds().toString(),
            cut.duration().seconds().toString(),
            cut.fileSha256(),
            cut.elementsSha256(),
            cut.elements(),
            json(cut.tracks().stream().map(TrackDocument::of).toList()),
            json(cut.warnings()),
            cut.eventId(),
            cut.at(),
            cut.importedBy());
    if (added == 1) {
      addElements(cut, elements);
    }
    return added == 1;
  }

  private void addElements(Cut cut, List<Element> elements) {
    sql.update(
        """
        INSERT INTO cut_element (title_id, cut, idx, track, kind, name, record_in, record_out,
          enabled, document)
        SELECT ?, ?, e.idx, e.track, e.kind, e.name, e.record_in, e.record_out, e.enabled,
               e.document::jsonb
        FROM unnest(?::int[], ?::int[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bool[],
                    ?::text[])
          AS e (idx, track, kind, name, record_in, record_out, enabled, document)
        """,
        cut.titleId(),
        cut.id(),
        all(elements, Element::index).toArray(Integer[]::new),
        all(elements, element -> element.track().number()).toArray(Integer[]::new),
        all(elements, element -> element.kind().name()).toArray(String[]::new),
        all(elements, Element::name).toArray(String[]::new),
        all(elements, element -> element.recordIn().frames()).toArray(Long[]::new),
        all(elements, element -> element.recordOut().frames()).toArray(Long[]::new),
        all(elements, Element::enabled).toArray(Boolean[]::new),
        all(elements, element -> json(ElementDocument.of(element))).toArray(String[]::new));
  }

  private static <T> List<T> all(List<Element> elements, Function<Element, T> part) {
    return elements.stream().map(part).toList();
  }

  @Override
  @Transactional
  public Optional<Cut> find(String titleId, String id) {
    return sql.first(CUTS + " AND c.id = ?", PostgresCuts::cut, titleId, id);
  }

  @Override
  @Transactional
  public Optional<Cut> findSame(String titleId, String name, String fileSha256, FrameRate rate) {
    return sql.first(
        CUTS + " AND c.name = ? AND c.file_sha256 = ? AND c.rate = ?",
        PostgresCuts::cut,
        titleId,
        name,
        fileSha256,
        rate.toString());
  }

  @Override
  @Transactional
  public List<Cut> list(String titleId, String after, int limit) {
    return sql.list(
        CUTS + " AND c.id COLLATE \"C\" > ? ORDER BY c.id COLLATE \"C\" LIMIT ?",
        PostgresCuts::cut,
        titleId,
        after,
        limit);
  }

  @Override
  @Transactional
  public List<Element> elements(Cut cut) {
    var tracks = tracks(cut);
    return sql.list(
        "SELECT document FROM cut_element WHERE title_id = ? AND cut = ? ORDER BY idx",
        row -> read(row.text("document"), ELEMENT).element(tracks),
        cut.titleId(),
        cut.id());
  }

  @Override
  @Transactional
  public Optional<Element> element(Cut cut, int index) {
    var tracks = tracks(cut);
    return sql.first(
        "SELECT document FROM cut_element WHERE title_id = ? AND cut = ? AND idx = ?",
        row -> read(row.text("document"), ELEMENT).element(tracks),
        cut.titleId(),
        cut.id(),
        index);
  }

  private static Map<Integer, Track> tracks(Cut cut) {
    return cut.tracks().stream().collect(Collectors.toMap(Track::number, Function.identity()));
  }

  @Override
  @Transactional
  public Optional<Cut> hold(String titleId, String id) {
    sql.list(
        "SELECT id FROM cut WHERE title_id = ? AND id = ? FOR UPDATE",
        row -> row.text("id"),
        titleId,
        id);
    return find(titleId, id);
  }

  @Override
  @Transactional
  public void addLock(Cut cut, Cut.Lock lock) {
    sql.update(
        """
        INSERT INTO cut_lock (title_id, cut, verdict, ledger_size, event_id, at, locked_by)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        cut.titleId(),
        cut.id(),
        lock.verdict().name(),
        lock.ledgerSize(),
        lock.eventId(),
        lock.at(),
        lock.lockedBy());
  }

  private static Cut cut(Row row) throws SQLException {
    var rate = row.text("rate");
    return new Cut(
        row.text("title_id"),
        row.text("id"),
        row.text("name"),
        TimelineFormat.valueOf(row.text("format")),
        ElementDocument.time("0", rate).rate(),
        ElementDocument.time(row.text("start_at"), rate),
        ElementDocument.time(row.text("duration"), rate),
        row.text("file_sha256"),
        row.text("elements_sha256"),
        row.smallInteger("elements"),
        read(row.text("tracks"), TRACKS).stream().map(TrackDocument::track).toList(),
        read(row.text("warnings"), WARNINGS),
        row.uuid("event_id"),
        row.instant("at"),
        row.text("imported_by"),
        lock(row));
  }

  private static Optional<Cut.Lock> lock(Row row) throws SQLException {
    @Nullable String verdict = row.textOrNull("verdict");
    return verdict == null
        ? Optional.empty()
        : Optional.of(
            new Cut.Lock(
                Verdict.valueOf(verdict),
                row.integer("ledger_size"),
                row.uuid("lock_event"),
                row.instant("locked_at"),
                row.text("locked_by")));
  }

  private static String json(Object value) {
    try {
      return JsonPolicy.tolerant().writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a value of our own can be written", impossible);
    }
  }

  private static <T> T read(String json, TypeReference<T> type) {
    try {
      return JsonPolicy.tolerant().readValue(json, type);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a value of our own can be read", impossible);
    }
  }
}
