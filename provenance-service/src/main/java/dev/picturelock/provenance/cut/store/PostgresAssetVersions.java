package dev.picturelock.provenance.cut.store;

import dev.picturelock.kit.sql.Sql;
import dev.picturelock.provenance.cut.AssetVersion;
import dev.picturelock.provenance.cut.AssetVersions;
import dev.picturelock.provenance.cut.ContentDigest;
import dev.picturelock.provenance.disclosure.DisclosedValues;
import dev.picturelock.provenance.lineage.Position;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The versions registered in a title below a ledger position; one query for each question.
final class PostgresAssetVersions implements AssetVersions {
  // An event may name an asset by blanks only; nothing in a cut can mean it.
  private static final String NAMED = " AND v.asset ~ '\\S' AND v.version ~ '\\S'";

  private final Sql sql;
  private final DisclosedValues values;
  private final String titleId;
  private final Position at;

  PostgresAssetVersions(Sql sql, DisclosedValues values, String titleId, Position at) {
    this.sql = sql;
    this.values = values;
    this.titleId = titleId;
    this.at = at;
  }

  @Override
  public Set<AssetVersion> findByIds(Set<AssetVersion> ids) {
    return Set.copyOf(
        sql.list(
            """
            SELECT v.asset, v.version FROM asset_version v
            JOIN unnest(?::text[], ?::text[]) AS q (asset, version) USING (asset, version)
            WHERE v.title_id = ? AND v.position < ?
            """
                + NAMED,
            row -> new AssetVersion(row.text("asset"), row.text("version")),
            ids.stream().map(AssetVersion::asset).toArray(String[]::new),
            ids.stream().map(AssetVersion::version).toArray(String[]::new),
            titleId,
            at.size()));
  }

  @Override
  public Map<ContentDigest, Set<AssetVersion>> findByDigests(Set<ContentDigest> digests) {
    var asked = digests.stream().collect(Collectors.toMap(ContentDigest::value, digest -> digest));
    var values = asked.keySet().toArray(String[]::new);
    var found = new HashMap<ContentDigest, Set<AssetVersion>>();
    sql.list(
            """
            SELECT v.asset, v.version, d.value FROM asset_version v
            CROSS JOIN LATERAL (VALUES (v.sha256), (v.c4)) AS d (value)
            WHERE v.title_id = ? AND v.position < ? AND (v.sha256 = ANY (?) OR v.c4 = ANY (?))
              AND d.value = ANY (?)
            """
                + NAMED,
            row ->
                new Found(
                    row.text("value"), new AssetVersion(row.text("asset"), row.text("version"))),
            titleId,
            at.size(),
            values,
            values,
            values)
        .forEach(one -> {
          var digest = asked.get(one.key());
          if (digest != null) {
            found.computeIfAbsent(digest, _ -> new HashSet<>()).add(one.version());
          }
        });
    return found;
  }

  @Override
  public Map<String, Set<AssetVersion>> findByFileNames(Set<String> names) {
    var asked = new HashMap<String, Set<String>>();
    for (var name : names) {
      asked.computeIfAbsent(values.fileKey(titleId, name), _ -> new HashSet<>()).add(name);
    }
    var found = new HashMap<String, Set<AssetVersion>>();
    sql.list(
            """
            SELECT v.asset, v.version, d.file_key FROM disclosure d
            JOIN asset_version v ON v.title_id = d.title_id AND v.event_id = d.event_id
            WHERE d.title_id = ? AND d.file_key = ANY (?) AND v.position < ?
            """
                + NAMED,
            row ->
                new Found(
                    row.text("file_key"), new AssetVersion(row.text("asset"), row.text("version"))),
            titleId,
            asked.keySet().toArray(String[]::new),
            at.size())
        .forEach(one -> {
          for (var name : asked.getOrDefault(one.key(), Set.of())) {
            found.computeIfAbsent(name, _ -> new HashSet<>()).add(one.version());
          }
        });
    return found;
  }

  private record Found(String key, AssetVersion version) {}
}
