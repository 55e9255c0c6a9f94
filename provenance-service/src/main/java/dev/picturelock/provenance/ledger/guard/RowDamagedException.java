package dev.picturelock.provenance.ledger.guard;

/// A row is not as it must be.
class RowDamagedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String place;

  RowDamagedException(String place, String detail) {
    super(detail, null, false, false);
    this.place = place;
  }

  String place() {
    return place;
  }

  String detail() {
    return String.valueOf(getMessage());
  }
}
