package dev.picturelock.provenance.disclosure.store;

import dev.picturelock.kit.disclosure.SealedDisclosure;
import dev.picturelock.kit.sql.Sql;
import dev.picturelock.provenance.disclosure.SealedDisclosures;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class PostgresSealedDisclosures implements SealedDisclosures {
  private final Sql sql;

  PostgresSealedDisclosures(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void put(List<Kept> disclosures) {
    sql.update(
        """
        INSERT INTO disclosure (title_id, event_id, digest, sealed, file_key)
        SELECT * FROM unnest(?::text[], ?::uuid[], ?::text[], ?::bytea[], ?::text[])
        ON CONFLICT DO NOTHING
        """,
        disclosures.stream().map(kept -> kept.sealed().title()).toArray(String[]::new),
        disclosures.stream().map(kept -> kept.sealed().event()).toArray(UUID[]::new),
        disclosures.stream().map(kept -> kept.sealed().digest()).toArray(String[]::new),
        disclosures.stream().map(kept -> kept.sealed().toBytes()).toArray(byte[][]::new),
        disclosures.stream().map(Kept::fileKey).toArray(String[]::new));
  }

  @Override
  public void erase(UUID event, String digest) {
    sql.update("DELETE FROM disclosure WHERE event_id = ? AND digest = ?", event, digest);
  }

  @Override
  public Map<UUID, List<SealedDisclosure>> ofEvents(String titleId, Collection<UUID> events) {
    return sql
        .list(
            "SELECT sealed FROM disclosure WHERE title_id = ? AND event_id = ANY (?)",
            row -> read(row.bytes("sealed")),
            titleId,
            events.toArray(UUID[]::new))
        .stream()
        .collect(Collectors.groupingBy(SealedDisclosure::event));
  }

  private static SealedDisclosure read(byte[] bytes) {
    try {
      return SealedDisclosure.fromBytes(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("a stored disclosure cannot be read", e);
    }
  }
}
