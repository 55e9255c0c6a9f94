package dev.picturelock.approval.review;

import dev.picturelock.contracts.event.ReviewSubject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A written approval.
///
/// - **conditionsMet** true when there are none
/// - **validUntil** exclusive end
/// - **revocation** who took it back and why
public record Approval(
    UUID id,
    UUID review,
    String titleId,
    ReviewSubject subject,
    ApprovalScope scope,
    String factsSha256,
    @Nullable String tool,
    Statement statement,
    List<String> conditions,
    boolean conditionsMet,
    @Nullable Instant validUntil,
    @Nullable Statement revocation) {
  public Approval {
    conditions = List.copyOf(conditions);
  }

  /// Whether the approval reaches what was classified: a valid approval of the same use with the
  /// same facts and the same tool. Whether its consents reach it too is asked elsewhere.
  boolean reaches(Classified classified) {
    var use = subject.use();
    return scope == ApprovalScope.USE
        && use != null
        && titleId.equals(classified.titleId())
        && use.use().equals(classified.use())
        && factsSha256.equals(classified.classification().factsSha256())
        && Objects.equals(tool, classified.tool())
        && holdsAt(classified.at());
  }

  boolean holdsAt(Instant at) {
    return revocation == null && conditionsMet && (validUntil == null || at.isBefore(validUntil));
  }

  Approval revoke(Statement why) {
    return new Approval(
        id,
        review,
        titleId,
        subject,
        scope,
        factsSha256,
        tool,
        statement,
        conditions,
        conditionsMet,
        validUntil,
        why);
  }

  Approval confirmConditions() {
    return new Approval(
        id,
        review,
        titleId,
        subject,
        scope,
        factsSha256,
        tool,
        statement,
        conditions,
        true,
        validUntil,
        revocation);
  }
}
