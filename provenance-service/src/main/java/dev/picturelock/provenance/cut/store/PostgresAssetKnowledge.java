package dev.picturelock.provenance.cut.store;

import dev.picturelock.kit.sql.Sql;
import dev.picturelock.provenance.cut.AsOf;
import dev.picturelock.provenance.cut.AssetKnowledge;
import dev.picturelock.provenance.cut.AssetState;
import dev.picturelock.provenance.cut.AssetVersion;
import dev.picturelock.provenance.cut.AssetVersions;
import dev.picturelock.provenance.cut.Footing;
import dev.picturelock.provenance.disclosure.DisclosedValues;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;

/// Reads states of assets from what events said, as of any ledger position.
@ApplicationScoped
class PostgresAssetKnowledge implements AssetKnowledge {
  private final Sql sql;
  private final DisclosedValues values;

  PostgresAssetKnowledge(Sql sql, DisclosedValues values) {
    this.sql = sql;
    this.values = values;
  }

  @Override
  public AssetVersions versions(String titleId, AsOf asOf) {
    return new PostgresAssetVersions(sql, values, titleId, asOf.position());
  }

  @Override
  @Transactional
  public Map<AssetVersion, AssetState> states(
      String titleId, Collection<AssetVersion> shown, AsOf asOf) {
    return decided(titleId, shown, asOf, Decisions::state);
  }

  @Override
  @Transactional
  public Map<AssetVersion, Footing> footings(
      String titleId, Collection<AssetVersion> shown, AsOf asOf) {
    return decided(titleId, shown, asOf, Decisions::footing);
  }

  private <T> Map<AssetVersion, T> decided(
      String titleId,
      Collection<AssetVersion> shown,
      AsOf asOf,
      BiFunction<Decisions, Registered, T> of) {
    var registered = new RegisteredClosure(sql, titleId, asOf.position()).of(shown);
    var decisions = new Decisions(sql, titleId, asOf).about(registered.values());
    var found = new HashMap<AssetVersion, T>();
    registered.forEach((version, one) -> found.put(version, of.apply(decisions, one)));
    return found;
  }
}
