package dev.picturelock.intake.title;

import java.time.Instant;
import java.util.UUID;

/// A production that was opened.
///
/// - **policyPack** the rule book its uses and assets are judged by
/// - **eventId** the event that tells of the opening
public record Title(
    String id, String name, String policyPack, UUID eventId, String openedBy, Instant openedAt) {
  public static final String DEFAULT_POLICY_PACK = "netflix-genai-2025-08";
}
