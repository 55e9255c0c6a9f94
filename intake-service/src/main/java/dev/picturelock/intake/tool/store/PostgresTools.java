package dev.picturelock.intake.tool.store;

import dev.picturelock.intake.submission.Checks;
import dev.picturelock.intake.tool.RecordedTerms;
import dev.picturelock.intake.tool.Tool;
import dev.picturelock.intake.tool.Tools;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class PostgresTools implements Tools, PanacheRepositoryBase<ToolRow, String> {
  private static final String LOCK =
      "SELECT CAST(pg_advisory_xact_lock(hashtext('intake.tool'), hashtext(?1)) AS text)";

  private final TermsRows termsRows;

  PostgresTools(TermsRows termsRows) {
    this.termsRows = termsRows;
  }

  @Override
  public Optional<Tool> find(String id) {
    return Checks.TOOL_ID.matcher(id).matches()
        ? findByIdOptional(id).map(ToolRow::toDomain)
        : Optional.empty();
  }

  @Override
  public Set<String> known(Collection<String> ids) {
    if (ids.isEmpty()) {
      return Set.of();
    }
    return list("id in ?1", ids).stream().map(row -> row.id).collect(Collectors.toSet());
  }

  @Override
  public List<Tool> after(String id, int limit) {
    return find("id > ?1 order by id", id).page(0, limit).stream().map(ToolRow::toDomain).toList();
  }

  @Override
  public void lock(String id) {
    getEntityManager().createNativeQuery(LOCK).setParameter(1, id).getSingleResult();
  }

  @Override
  public void put(Tool tool) {
    getEntityManager().merge(ToolRow.of(tool));
  }

  @Override
  public List<RecordedTerms> terms(String tool) {
    return termsRows.newestFirst(tool).stream().map(TermsRow::toDomain).toList();
  }

  @Override
  public void add(RecordedTerms terms) {
    termsRows.persist(TermsRow.of(terms));
  }

  @ApplicationScoped
  static class TermsRows implements PanacheRepositoryBase<TermsRow, UUID> {
    // Ids are UUIDv7, so that of two recordings the later has the greater id.
    List<TermsRow> newestFirst(String tool) {
      return list("toolId = ?1 order by effectiveFrom desc, recordedAt desc, id desc", tool);
    }
  }
}
