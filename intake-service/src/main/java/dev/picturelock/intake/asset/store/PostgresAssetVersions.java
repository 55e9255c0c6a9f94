package dev.picturelock.intake.asset.store;

import dev.picturelock.contracts.event.AssetRef;
import dev.picturelock.intake.asset.AcceptedVersion;
import dev.picturelock.intake.asset.AssetVersions;
import dev.picturelock.intake.asset.Withdrawal;
import dev.picturelock.intake.submission.Fingerprint;
import dev.picturelock.kit.sql.Row;
import dev.picturelock.kit.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
      SELECT ?, * FROM unnest(?::text[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[]::timestamptz[])
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

  private final Sql sql;

  PostgresAssetVersions(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Map<AssetRef, AcceptedVersion> find(String title, Collection<AssetRef> refs) {
    var assets = texts(refs.stream().map(AssetRef::asset));
    var versions = texts(refs.stream().map(AssetRef::version));
    return sql.list(FIND, PostgresAssetVersions::version, assets, versions, title).stream()
        .collect(Collectors.toMap(AcceptedVersion::ref, Function.identity()));
  }

  @Override
  public Map<String, AcceptedVersion> byKey(String title, Collection<String> keys) {
    if (keys.isEmpty()) {
      return Map.of();
    }
    return sql
        .list(BY_KEY, row -> Map.entry(row.text("key"), version(row)), title, texts(keys.stream()))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// Inserts in one order everywhere, so that two batches wait for one another but never in a ring.
  @Override
  public boolean add(
      String title, Collection<AcceptedVersion> versions, Map<String, AssetRef> keys) {
    var sorted = versions.stream().sorted(Comparator.comparing(v -> v.ref().path())).toList();
    return (sorted.isEmpty() || insert(title, sorted) == sorted.size())
        && (keys.isEmpty() || insertKeys(title, keys) == keys.size());
  }

  private int insert(String title, List<AcceptedVersion> versions) {
    return sql.update(
        ADD,
        title,
        texts(versions.stream().map(v -> v.ref().asset())),
        texts(versions.stream().map(v -> v.ref().version())),
        versions.stream().map(AcceptedVersion::eventId).toArray(UUID[]::new),
        texts(versions.stream().map(v -> v.fingerprint().text())),
        texts(versions.stream().map(AcceptedVersion::registeredBy)),
        texts(versions.stream().map(v -> v.registeredAt().toString())));
  }

  private int insertKeys(String title, Map<String, AssetRef> keys) {
    var sorted = new TreeMap<>(keys);
    return sql.update(
        ADD_KEYS,
        title,
        texts(sorted.keySet().stream()),
        texts(sorted.values().stream().map(AssetRef::asset)),
        texts(sorted.values().stream().map(AssetRef::version)));
  }

  @Override
  public Optional<Withdrawal> withdrawal(String title, AssetRef ref) {
    return sql.first(
        WITHDRAWAL,
        row ->
            new Withdrawal(
                ref,
                row.text("reason"),
                row.uuid("event_id"),
                row.text("withdrawn_by"),
                row.instant("withdrawn_at")),
        title,
        ref.asset(),
        ref.version());
  }

  @Override
  public boolean add(String title, Withdrawal withdrawal) {
    return sql.update(
            WITHDRAW,
            title,
            withdrawal.ref().asset(),
            withdrawal.ref().version(),
            withdrawal.reason(),
            withdrawal.eventId(),
            withdrawal.withdrawnBy(),
            withdrawal.withdrawnAt())
        == 1;
  }

  private static AcceptedVersion version(Row row) throws SQLException {
    return new AcceptedVersion(
        new AssetRef(row.text("asset"), row.text("version")),
        row.uuid("event_id"),
        Fingerprint.parse(row.text("fingerprint")),
        row.text("registered_by"),
        row.instant("registered_at"));
  }

  private static String[] texts(Stream<String> texts) {
    return texts.toArray(String[]::new);
  }
}
