package dev.picturelock.provenance.cut.store;

import dev.picturelock.kit.sql.Row;
import dev.picturelock.kit.sql.Sql;
import dev.picturelock.provenance.cut.AssetState.Input;
import dev.picturelock.provenance.cut.AssetVersion;
import dev.picturelock.provenance.lineage.Position;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds registrations and those of everything they were made from: two queries for each level of
/// inputs, each version once, so that a circle ends.
final class RegisteredClosure {
  private static final String VERSIONS =
      """
      SELECT v.asset, v.version, v.position, v.contribution, v.use_id,
             v.use_version::bigint AS use_version, v.media_use, v.consents
      FROM unnest(?::text[], ?::text[]) AS q (asset, version)
      JOIN asset_version v ON v.title_id = ? AND v.asset = q.asset AND v.version = q.version
      WHERE v.position < ?
      """;

  // The same content may be registered more than once; then the input may be any of them.
  private static final String INPUTS =
      """
      SELECT i.asset, i.version, i.input_asset, i.input_version, i.sha256,
             d.asset AS found_asset, d.version AS found_version
      FROM unnest(?::text[], ?::text[]) AS q (asset, version)
      JOIN asset_input i ON i.title_id = ? AND i.asset = q.asset AND i.version = q.version
      LEFT JOIN asset_version d ON d.title_id = i.title_id AND d.sha256 = i.sha256
        AND d.position < ?
      WHERE i.position < ? AND (i.input_asset IS NOT NULL OR i.sha256 IS NOT NULL)
      ORDER BY i.asset, i.version, i.n, d.position
      """;

  private final Sql sql;
  private final String titleId;
  private final Position at;

  RegisteredClosure(Sql sql, String titleId, Position at) {
    this.sql = sql;
    this.titleId = titleId;
    this.at = at;
  }

  Map<AssetVersion, Registered> of(Collection<AssetVersion> shown) {
    var closure = new HashMap<AssetVersion, Registered>();
    Set<AssetVersion> seen = new HashSet<>(shown);
    Set<AssetVersion> level = new LinkedHashSet<>(shown);
    while (!level.isEmpty()) {
      var next = new LinkedHashSet<AssetVersion>();
      for (var registered : registered(level)) {
        closure.put(registered.version(), registered);
        for (var input : registered.inputs()) {
          if (input instanceof Input.Asset(var version) && seen.add(version)) {
            next.add(version);
          }
        }
      }
      level = next;
    }
    return closure;
  }

  private List<Registered> registered(Set<AssetVersion> level) {
    var assets = level.stream().map(AssetVersion::asset).toArray(String[]::new);
    var versions = level.stream().map(AssetVersion::version).toArray(String[]::new);
    var inputs = inputs(assets, versions);
    return sql.list(
        VERSIONS,
        row -> {
          var version = new AssetVersion(row.text("asset"), row.text("version"));
          return new Registered(
              version,
              row.integer("position"),
              row.text("contribution"),
              row.textOrNull("use_id"),
              row.integerOrNull("use_version"),
              row.textOrNull("media_use"),
              row.uuids("consents").stream().map(UUID::toString).toList(),
              inputs.getOrDefault(version, List.of()));
        },
        assets,
        versions,
        titleId,
        at.size());
  }

  private Map<AssetVersion, List<Input>> inputs(String[] assets, String[] versions) {
    var inputs = new HashMap<AssetVersion, List<Input>>();
    sql.list(INPUTS, Named::of, assets, versions, titleId, at.size(), at.size())
        .forEach(
            named -> inputs.computeIfAbsent(named.by(), _ -> new ArrayList<>()).add(named.input()));
    return inputs;
  }

  private record Named(AssetVersion by, Input input) {
    static Named of(Row row) throws SQLException {
      return new Named(new AssetVersion(row.text("asset"), row.text("version")), input(row));
    }

    private static Input input(Row row) throws SQLException {
      @Nullable String asset = row.textOrNull("input_asset");
      @Nullable String version = row.textOrNull("input_version");
      if (asset != null) {
        return version(asset, version)
            .<Input>map(Input.Asset::new)
            .orElseGet(() -> new Input.Unregistered(asset));
      }
      return version(row.textOrNull("found_asset"), row.textOrNull("found_version"))
          .<Input>map(Input.Asset::new)
          .orElse(new Input.Unregistered("sha256:" + row.text("sha256")));
    }

    private static Optional<AssetVersion> version(
        @Nullable String asset, @Nullable String version) {
      return asset == null || version == null || asset.isBlank() || version.isBlank()
          ? Optional.empty()
          : Optional.of(new AssetVersion(asset, version));
    }
  }
}
