package dev.picturelock.intake.title;

import java.time.Instant;
import java.util.UUID;

/// A production that was opened.
///
/// - **openedUnder** the policy pack it was opened under, **pack** the one that judges its uses and
///   assets now
/// - **eventId** the event that tells of the opening
public record Title(
    String id,
    String name,
    String openedUnder,
    UUID eventId,
    String openedBy,
    Instant openedAt,
    PinnedPack pack) {

  /// A title that was opened and not moved yet.
  static Title opened(
      String id, String name, String policyPack, UUID eventId, String openedBy, Instant openedAt) {
    return new Title(
        id,
        name,
        policyPack,
        eventId,
        openedBy,
        openedAt,
        new PinnedPack(0, policyPack, eventId, openedBy, openedAt));
  }

  /// The same title under another pack.
  Title movedTo(PinnedPack other) {
    return new Title(id, name, openedUnder, eventId, openedBy, openedAt, other);
  }

  /// The exact pack that judges it, `id@version`.
  public String policyPack() {
    return pack.name();
  }

  /// The pack a title is pinned to, and who pinned it.
  ///
  /// - **move** how often the title was moved before and by this; 0 is the opening
  /// - **name** `id@version`
  /// - **eventId** the event that tells of it
  public record PinnedPack(
      int move, String name, UUID eventId, String changedBy, Instant changedAt) {}
}
