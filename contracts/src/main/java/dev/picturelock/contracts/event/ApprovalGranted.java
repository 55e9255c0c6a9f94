package dev.picturelock.contracts.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person approved in writing, bound to exact facts and versions.
///
/// - **scope** `asset-version`, or `use`: every asset under the use with the same facts
/// - **validUntil** exclusive end, absent when open
@EventType(value = "picturelock.approval.granted.v1", topic = Topic.APPROVAL)
public record ApprovalGranted(
    UUID approval,
    UUID review,
    ReviewSubject subject,
    String scope,
    String factsSha256,
    RiskTier tier,
    PolicyPackRef policyPack,
    String statement,
    List<String> conditions,
    @Nullable Instant validUntil)
    implements Fact {
  public ApprovalGranted {
    conditions = conditions == null ? List.of() : List.copyOf(conditions);
  }
}
