package dev.picturelock.intake.asset.store;

import dev.picturelock.contracts.event.AssetRef;
import dev.picturelock.intake.asset.AcceptedVersion;
import dev.picturelock.intake.asset.AssetVersions;
import dev.picturelock.intake.asset.Withdrawal;
import dev.picturelock.intake.submission.Fingerprint;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;

@ApplicationScoped
class PostgresAssetVersions implements AssetVersions {
  private static final String FIND =
      """
      SELECT v.asset, v.version, v.event_id, v.fingerprint, v.registered_by, v.registered_at
      FROM unnest(?::text[], ?::text[]) AS wanted (asset, version)
      JOIN asset_version v
        ON v.title_id = ? AND v.asset = wanted.asset AND v.version = wanted.version
      """;

  private static final String BY_KEY =
      """
      SELECT v.asset, v.version, v.event_id, v.fingerprint, v.registered_by, v.registered_at, s.key
      FROM submission s
      JOIN asset_version v USING (title_id, asset, version)
      WHERE s.title_id = ? AND s.key = ANY (?)
      """;

  private static final String ADD =
      """
      INSERT INTO asset_version
        (title_id, asset, version, event_id, fingerprint, registered_by, registered_at)
      SELECT ?, * FROM unnest(?::text[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::timestamptz[])
      ON CONFLICT DO NOTHING
      """;

  private static final String ADD_KEYS =
      """
      INSERT INTO submission (title_id, key, asset, version)
      SELECT ?, * FROM unnest(?::text[], ?::text[], ?::text[])
      ON CONFLICT DO NOTHING
      """;

  private static final String WITHDRAWAL =
      """
      SELECT reason, event_id, withdrawn_by, withdrawn_at
      FROM asset_withdrawal
      WHERE title_id = ? AND asset = ? AND version = ?
      """;

  private static final String WITHDRAW =
      """
      INSERT INTO asset_withdrawal
        (title_id, asset, version, reason, event_id, withdrawn_by, withdrawn_at)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """;

  private final DataSource database;

  PostgresAssetVersions(DataSource database) {
    this.database = database;
  }

  @Override
  public Map<AssetRef, AcceptedVersion> find(String title, Collection<AssetRef> refs) {
    var found = new HashMap<AssetRef, AcceptedVersion>();
    if (refs.isEmpty()) {
      return found;
    }
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(FIND)) {
      query.setArray(
          1, connection.createArrayOf("text", refs.stream().map(AssetRef::asset).toArray()));
      query.setArray(
          2, connection.createArrayOf("text", refs.stream().map(AssetRef::version).toArray()));
      query.setString(3, title);
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          var version = read(rows);
          found.put(version.ref(), version);
        }
      }
      return found;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  @Override
  public Map<String, AcceptedVersion> byKey(String title, Collection<String> keys) {
    var found = new HashMap<String, AcceptedVersion>();
    if (keys.isEmpty()) {
      return found;
    }
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(BY_KEY)) {
      query.setString(1, title);
      query.setArray(2, connection.createArrayOf("text", keys.toArray()));
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          found.put(rows.getString("key"), read(rows));
        }
      }
      return found;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /// Inserts in one order everywhere, so that two batches wait for one another but never in a ring.
  @Override
  public boolean add(
      String title, Collection<AcceptedVersion> versions, Map<String, AssetRef> keys) {
    var sorted = versions.stream().sorted(Comparator.comparing(v -> v.ref().path())).toList();
    return (sorted.isEmpty() || insert(title, sorted) == sorted.size())
        && (keys.isEmpty() || insert(title, new TreeMap<>(keys)) == keys.size());
  }

  private int insert(String title, List<AcceptedVersion> versions) {
    try (var connection = database.getConnection();
        var insert = connection.prepareStatement(ADD)) {
      insert.setString(1, title);
      insert.setArray(
          2,
          connection.createArrayOf("text", versions.stream().map(v -> v.ref().asset()).toArray()));
      insert.setArray(
          3,
          connection.createArrayOf(
              "text", versions.stream().map(v -> v.ref().version()).toArray()));
      insert.setArray(
          4,
          connection.createArrayOf(
              "uuid", versions.stream().map(AcceptedVersion::eventId).toArray()));
      insert.setArray(
          5,
          connection.createArrayOf(
              "text", versions.stream().map(v -> v.fingerprint().text()).toArray()));
      insert.setArray(
          6,
          connection.createArrayOf(
              "text", versions.stream().map(AcceptedVersion::registeredBy).toArray()));
      insert.setArray(
          7,
          connection.createArrayOf(
              "text", versions.stream().map(v -> v.registeredAt().toString()).toArray()));
      return insert.executeUpdate();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private int insert(String title, TreeMap<String, AssetRef> keys) {
    try (var connection = database.getConnection();
        var insert = connection.prepareStatement(ADD_KEYS)) {
      insert.setString(1, title);
      insert.setArray(2, connection.createArrayOf("text", keys.keySet().toArray()));
      insert.setArray(
          3,
          connection.createArrayOf("text", keys.values().stream().map(AssetRef::asset).toArray()));
      insert.setArray(
          4,
          connection.createArrayOf(
              "text", keys.values().stream().map(AssetRef::version).toArray()));
      return insert.executeUpdate();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  @Override
  public Optional<Withdrawal> withdrawal(String title, AssetRef ref) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(WITHDRAWAL)) {
      query.setString(1, title);
      query.setString(2, ref.asset());
      query.setString(3, ref.version());
      try (var row = query.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Withdrawal(
                    ref,
                    row.getString("reason"),
                    row.getObject("event_id", UUID.class),
                    row.getString("withdrawn_by"),
                    row.getObject("withdrawn_at", OffsetDateTime.class).toInstant()))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  @Override
  public boolean add(String title, Withdrawal withdrawal) {
    try (var connection = database.getConnection();
        var insert = connection.prepareStatement(WITHDRAW)) {
      insert.setString(1, title);
      insert.setString(2, withdrawal.ref().asset());
      insert.setString(3, withdrawal.ref().version());
      insert.setString(4, withdrawal.reason());
      insert.setObject(5, withdrawal.eventId());
      insert.setString(6, withdrawal.withdrawnBy());
      insert.setObject(7, withdrawal.withdrawnAt().atOffset(ZoneOffset.UTC));
      return insert.executeUpdate() == 1;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static AcceptedVersion read(ResultSet row) throws SQLException {
    return new AcceptedVersion(
        new AssetRef(row.getString("asset"), row.getString("version")),
        row.getObject("event_id", UUID.class),
        Fingerprint.parse(row.getString("fingerprint")),
        row.getString("registered_by"),
        row.getObject("registered_at", OffsetDateTime.class).toInstant());
  }

  private static IllegalStateException failed(SQLException e) {
    return new IllegalStateException("asset versions could not be read or written", e);
  }
}
