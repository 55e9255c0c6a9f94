package dev.picturelock.tlog.audit;

/// Ends a run at the first damage; never leaves the package.
final class DamagedException extends RuntimeException {

  private final transient Damage damage;

  DamagedException(Damage damage) {
    super(damage.message(), null, false, false);
    this.damage = damage;
  }

  Damage damage() {
    return damage;
  }
}
