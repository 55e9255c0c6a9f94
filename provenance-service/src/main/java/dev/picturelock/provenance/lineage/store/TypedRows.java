package dev.picturelock.provenance.lineage.store;

import dev.picturelock.contracts.event.AssetRegistered;
import dev.picturelock.kit.sql.Sql;
import dev.picturelock.provenance.lineage.Changes;
import dev.picturelock.provenance.lineage.Changes.State;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The typed rows of a batch, at most one for each event but for the inputs of a version.
final class TypedRows {
  private final String title;
  private final Sql.Batch versions;
  private final Sql.Batch inputs;
  private final Sql.Batch withdrawals;
  private final Sql.Batch classifications;
  private final Sql.Batch reviews;
  private final Sql.Batch approvals;
  private final Sql.Batch consents;

  TypedRows(String title, Sql sql) {
    this.title = title;
    versions =
        sql.batch(
            """
            INSERT INTO asset_version (title_id, asset, version, position, event_id, at, registered_by,
              media_type, sha256, c4, size, contribution, use_id, use_version, tool, model, media_use,
              persons, consents)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (title_id, asset, version) DO NOTHING
            """);
    inputs =
        sql.batch(
            """
            INSERT INTO asset_input (title_id, asset, version, n, position, input_asset,
              input_version, sha256, source)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """);
    withdrawals =
        sql.batch(
            """
            INSERT INTO asset_withdrawal (title_id, asset, version, position, reason)
            VALUES (?, ?, ?, ?, ?)
            """);
    classifications =
        sql.batch(
            """
            INSERT INTO classification (title_id, position, subject, event_id, tier, media_use,
              facts_sha256, required_actions, rules, policy_pack)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """);
    reviews =
        sql.batch(
            """
            INSERT INTO review_state (title_id, position, review, subject, status, open_actions)
            VALUES (?, ?, ?, ?, ?, ?)
            """);
    approvals =
        sql.batch(
            """
            INSERT INTO approval_state (title_id, position, approval, subject, use_id, status,
              scope, facts_sha256, valid_until, decided_by, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """);
    consents =
        sql.batch(
            """
            INSERT INTO consent_state (title_id, position, consent, status, type, person,
              valid_from, valid_to)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """);
  }

  void write() {
    List.of(versions, inputs, withdrawals, classifications, reviews, approvals, consents)
        .forEach(Sql.Batch::run);
  }

  void add(Changes change) {
    var position = change.position();
    switch (change.state()) {
      case State.Nothing _ -> {}
      case State.Registered(var asset) -> addVersion(change, asset);
      case State.Withdrawn(var asset, var reason) ->
          withdrawals.add(title, asset.asset(), asset.version(), position, reason);
      case State.Classified(var subject, var decided) ->
          classifications.add(
              title,
              position,
              subject,
              change.event().id(),
              decided.tier().name(),
              decided.facts().get("mediaUse"),
              decided.factsSha256(),
              decided.requiredActions().toArray(String[]::new),
              decided.rules().stream().map(rule -> rule.id()).toArray(String[]::new),
              decided.policyPack().id() + "@" + decided.policyPack().version());
      case State.ReviewChanged(var review, var subject, var status, var open) ->
          reviews.add(title, position, review, subject, status, open.toArray(String[]::new));
      case State.ApprovalChanged approval ->
          approvals.add(
              title,
              position,
              approval.approval(),
              approval.subject(),
              approval.use(),
              approval.status(),
              approval.scope(),
              approval.factsSha256(),
              approval.validUntil(),
              change.event().actor(),
              change.event().time());
      case State.ConsentChanged consent ->
          consents.add(
              title,
              position,
              consent.consent(),
              consent.status(),
              consent.type(),
              consent.person(),
              date(consent.validFrom()),
              date(consent.validTo()));
    }
  }

  private void addVersion(Changes change, AssetRegistered asset) {
    var generation = asset.generation();
    versions.add(
        title,
        asset.asset(),
        asset.version(),
        change.position(),
        change.event().id(),
        change.event().time(),
        change.event().actor(),
        asset.mediaType(),
        asset.digests().sha256(),
        asset.digests().c4(),
        asset.size(),
        asset.contribution(),
        asset.use() == null ? null : asset.use().use(),
        asset.use() == null ? null : asset.use().version(),
        generation == null ? null : generation.tool(),
        generation == null ? null : generation.model(),
        asset.facts().get("mediaUse"),
        asset.persons().toArray(String[]::new),
        asset.consents().toArray(UUID[]::new));
    int n = 0;
    for (var input : asset.inputs()) {
      inputs.add(
          title,
          asset.asset(),
          asset.version(),
          n++,
          change.position(),
          input.asset(),
          input.version(),
          input.sha256(),
          input.source());
    }
  }

  private static @Nullable Date date(@Nullable LocalDate day) {
    return day == null ? null : Date.valueOf(day);
  }
}
