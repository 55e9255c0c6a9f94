package dev.picturelock.provenance.erasure;

/// Why a value has to be erased: the grounds of GDPR, Article 17(1), and a contract's own. A closed
/// list, because a reason in somebody's own words could name the person for ever.
public enum Ground {
  /// The person took their consent back; Article 17(1)(b).
  CONSENT_WITHDRAWN,
  /// The purpose is gone; (a).
  NO_LONGER_NECESSARY,
  /// The person objected; (c).
  OBJECTION,
  /// It should never have been kept; (d).
  UNLAWFUL,
  /// A law or a court wants it; (e).
  LEGAL_OBLIGATION,
  /// A contract promises it.
  CONTRACT
}
