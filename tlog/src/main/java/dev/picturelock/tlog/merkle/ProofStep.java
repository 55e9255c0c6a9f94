package dev.picturelock.tlog.merkle;

/// A step of proof verification, named as RFC 9162 numbers it.
public enum ProofStep {
  INDEX_BELOW_SIZE("RFC 9162 2.1.3.2 step 1"),
  INCLUSION_PATH_TOO_LONG("RFC 9162 2.1.3.2 step 4a"),
  INCLUSION_PATH_TOO_SHORT("RFC 9162 2.1.3.2 step 5, sn"),
  INCLUSION_ROOT("RFC 9162 2.1.3.2 step 5, r"),
  SIZES_IN_ORDER("RFC 9162 2.1.4.2, first below second"),
  SAME_SIZE("RFC 9162 2.1.4.2, first equals second"),
  EMPTY_FIRST("RFC 9162 2.1.4.2, first is the empty tree"),
  CONSISTENCY_PATH_EMPTY("RFC 9162 2.1.4.2 step 1"),
  CONSISTENCY_PATH_TOO_LONG("RFC 9162 2.1.4.2 step 6a"),
  CONSISTENCY_FIRST_ROOT("RFC 9162 2.1.4.2 step 7, fr"),
  CONSISTENCY_SECOND_ROOT("RFC 9162 2.1.4.2 step 7, sr"),
  CONSISTENCY_PATH_TOO_SHORT("RFC 9162 2.1.4.2 step 7, sn");

  private final String source;

  ProofStep(String source) {
    this.source = source;
  }

  /// The sentence of the RFC that was not met.
  public String source() {
    return source;
  }
}
