package dev.picturelock.provenance.ledger.guard;

import jakarta.enterprise.context.ApplicationScoped;

/// Whether the database still refuses every change of the past.
@ApplicationScoped
class Protection {
  private final LedgerTables tables;
  private final Alarms alarms;

  Protection(LedgerTables tables, Alarms alarms) {
    this.tables = tables;
    this.alarms = alarms;
  }

  /// - **Errors:** an alarm where a trigger is missing or the service has a right too many
  void require() {
    var missing = tables.missingProtection();
    if (!missing.isEmpty()) {
      throw alarms.unprotected(missing);
    }
  }
}
