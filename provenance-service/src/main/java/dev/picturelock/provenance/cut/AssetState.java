package dev.picturelock.provenance.cut;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Everything that decides whether one asset version may be in the picture, as the events have it.
///
/// @param tier empty until it is classified
/// @param mediaUse empty if nobody said
/// @param approval the newest that covers this version, in force or not, whether given to the
///   version or to its reported use
/// @param openActions names of required actions that are not closed, in the order of the policy
/// @param consents every consent the registration or the review names
/// @param withdrawn since when, if it is
/// @param inputs what it was made from, as far as these are assets; sources outside the title are
///   judged by the policy through the facts
public record AssetState(
    AssetVersion version,
    Contribution contribution,
    Optional<Tier> tier,
    Optional<MediaUse> mediaUse,
    Review review,
    Optional<Approval> approval,
    List<String> openActions,
    List<Consent> consents,
    Optional<Instant> withdrawn,
    List<Input> inputs) {

  public AssetState {
    openActions = List.copyOf(openActions);
    consents = List.copyOf(consents);
    inputs = List.copyOf(inputs);
  }

  /// What AI contributed.
  public enum Contribution {
    GENERATED,
    ALTERED,
    ASSISTED,
    NONE
  }

  /// How risky the policy says it is.
  public enum Tier {
    LOW,
    CAUTION,
    ESCALATE
  }

  /// What it is meant for.
  public enum MediaUse {
    IDEATION,
    TEMPORARY,
    FINAL,
    UNSURE
  }

  /// How far the review is. A revocation or an expiry stands in the [Approval], not here.
  public enum Review {
    NONE,
    OPEN,
    INFO_REQUESTED,
    APPROVED,
    REFUSED
  }

  /// A written approval.
  ///
  /// @param validUntil the last instant at which it holds
  /// @param revoked since when, if it is
  public record Approval(String id, Optional<Instant> validUntil, Optional<Instant> revoked) {

    boolean isRevoked(Instant at) {
      return isPast(revoked, at);
    }

    boolean isExpired(Instant at) {
      return isOver(validUntil, at);
    }

    boolean isInForce(Instant at) {
      return !isRevoked(at) && !isExpired(at);
    }
  }

  /// A consent that was named.
  ///
  /// @param recorded whether it was ever recorded
  /// @param validFrom the first instant at which it holds
  /// @param validUntil the last instant at which it holds
  /// @param revoked since when, if it is
  public record Consent(
      String id,
      boolean recorded,
      Optional<Instant> validFrom,
      Optional<Instant> validUntil,
      Optional<Instant> revoked) {

    boolean isYetToCome(Instant at) {
      return validFrom.filter(at::isBefore).isPresent();
    }

    boolean isRevoked(Instant at) {
      return isPast(revoked, at);
    }

    boolean isExpired(Instant at) {
      return isOver(validUntil, at);
    }
  }

  /// What an asset version was made from.
  public sealed interface Input {

    record Asset(AssetVersion version) implements Input {}

    /// Named by id or digest, but nothing like it was ever registered.
    ///
    /// @param name what the registration calls it
    record Unregistered(String name) implements Input {}
  }

  boolean isWithdrawn(Instant at) {
    return isPast(withdrawn, at);
  }

  private static boolean isPast(Optional<Instant> since, Instant at) {
    return since.filter(instant -> !instant.isAfter(at)).isPresent();
  }

  private static boolean isOver(Optional<Instant> until, Instant at) {
    return until.filter(at::isAfter).isPresent();
  }
}
