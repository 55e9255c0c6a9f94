package dev.picturelock.approval.gate;

import static dev.picturelock.kit.access.TitleRole.CLEARANCE;
import static dev.picturelock.kit.access.TitleRole.CONTACT;
import static dev.picturelock.kit.access.TitleRole.LABOUR_RELATIONS;
import static dev.picturelock.kit.access.TitleRole.LEGAL;
import static dev.picturelock.kit.access.TitleRole.PRIVACY;
import static dev.picturelock.kit.access.TitleRole.PRODUCTION;

import dev.picturelock.kit.access.TitleRole;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// An action that a policy can require: who may close it, and with what.
public enum ActionKind {
  NOTIFY_CONTACT(Closing.AT_OPENING),
  ESCALATE_TO_CONTACT(Closing.BY_DECISION),
  WRITTEN_APPROVAL(Closing.BY_DECISION),
  LEGAL_REVIEW(Closing.BY_DOCUMENT),
  RIGHTS_CLEARANCE(Closing.BY_DOCUMENT),
  LIKENESS_PERMISSION(Closing.BY_CONSENT_OR_DOCUMENT),
  ESTATE_CONSENT(Closing.BY_CONSENT),
  CONSENT_REPLICA_CREATE(Closing.BY_CONSENT),
  CONSENT_REPLICA_USE(Closing.BY_CONSENT),
  CONSENT_ALTERATION(Closing.BY_CONSENT),
  ALL_PARTY_CONSENT(Closing.BY_CONSENT),
  GUILD_COMPLIANCE(Closing.BY_DOCUMENT),
  DATA_PROTECTION_REVIEW(Closing.BY_DOCUMENT),
  TOOL_TERMS_REVIEW(Closing.BY_DOCUMENT),
  FLAG_EARLY(Closing.BY_DOCUMENT),
  HUMAN_FINAL_VERSION(Closing.BY_DOCUMENT),
  RECORD_EXCEPTION_BASIS(Closing.BY_DOCUMENT),
  BIND_MODEL_SCOPE(Closing.BY_DOCUMENT),
  QUALITY_TEST(Closing.BY_DOCUMENT),
  VENDOR_ASSESSMENT(Closing.BY_DOCUMENT);

  private final Closing closing;

  ActionKind(Closing closing) {
    this.closing = closing;
  }

  /// What closes an action.
  public enum Closing {
    /// the review itself is the dated record
    AT_OPENING,
    /// the contact's own decision
    BY_DECISION,
    BY_DOCUMENT,
    BY_CONSENT,
    BY_CONSENT_OR_DOCUMENT
  }

  public Closing closing() {
    return closing;
  }

  /// Any of these roles in the title may close it.
  public Set<TitleRole> roles() {
    return switch (this) {
      case NOTIFY_CONTACT,
          FLAG_EARLY,
          HUMAN_FINAL_VERSION,
          BIND_MODEL_SCOPE,
          QUALITY_TEST,
          VENDOR_ASSESSMENT ->
          Set.of(PRODUCTION);
      case ESCALATE_TO_CONTACT, WRITTEN_APPROVAL -> Set.of(CONTACT);
      case LEGAL_REVIEW,
          ESTATE_CONSENT,
          CONSENT_REPLICA_CREATE,
          CONSENT_REPLICA_USE,
          CONSENT_ALTERATION,
          ALL_PARTY_CONSENT,
          RECORD_EXCEPTION_BASIS ->
          Set.of(LEGAL);
      case RIGHTS_CLEARANCE, LIKENESS_PERMISSION -> Set.of(CLEARANCE);
      case GUILD_COMPLIANCE -> Set.of(LABOUR_RELATIONS);
      case DATA_PROTECTION_REVIEW -> Set.of(PRIVACY);
      case TOOL_TERMS_REVIEW -> Set.of(LEGAL, PRIVACY);
    };
  }

  /// A consent of this kind is needed from every performer involved. The others are permissions of
  /// people who need not be among the talent.
  public boolean isNeededOfEveryPerformer() {
    return switch (this) {
      case CONSENT_REPLICA_CREATE, CONSENT_REPLICA_USE, CONSENT_ALTERATION, ALL_PARTY_CONSENT ->
          true;
      default -> false;
    };
  }

  /// The consent must be signed or initialled on its own and describe the use: replicas, and models
  /// taken to other work.
  boolean mustBeConspicuous() {
    return switch (this) {
      case CONSENT_REPLICA_CREATE, CONSENT_REPLICA_USE, ALL_PARTY_CONSENT -> true;
      default -> false;
    };
  }

  public boolean canBeClosedByConsent() {
    return closing == Closing.BY_CONSENT || closing == Closing.BY_CONSENT_OR_DOCUMENT;
  }

  public static Optional<ActionKind> find(String name) {
    return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
  }

  /// What a holder of `role` may close.
  public static Set<ActionKind> closableBy(TitleRole role) {
    var closable = EnumSet.noneOf(ActionKind.class);
    for (var kind : values()) {
      if (kind.roles().contains(role)) {
        closable.add(kind);
      }
    }
    return closable;
  }
}
