package dev.picturelock.endtoend;

import java.util.Locale;

/// What can happen to the stack.
///
/// - **weight** how often it is chosen, beside the others
enum Fault {
  /// `kill -9` of one service, or of all of them.
  PROVENANCE_KILLED(10),
  INTAKE_KILLED(3),
  CLASSIFIER_KILLED(2),
  APPROVAL_KILLED(3),
  ALL_SERVICES_KILLED(2),
  /// What `pg_ctl stop -m immediate` does.
  POSTGRES_IMMEDIATE(5),
  /// `kill -9` of the postmaster and every process of it.
  POSTGRES_KILLED(3),
  BROKER_KILLED(4),
  /// An orderly stop.
  BROKER_RESTARTED(2),
  /// Two parts, the database or the broker among them.
  TWO_AT_ONCE(4),
  /// Once more while it recovers.
  KILLED_TWICE(5),
  /// A service stands still for some seconds and goes on as if nothing had been.
  STOOD_STILL(4),
  /// A second provenance takes over from one that stands still, which then goes on.
  ZOMBIE_WRITER(3),
  /// PostgreSQL cannot make its tables larger.
  DISK_FULL(2),
  /// It cannot write its own log either, and so ends itself.
  DISK_FULL_FOR_WAL(1);

  private final int weight;

  Fault(int weight) {
    this.weight = weight;
  }

  int weight() {
    return weight;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
