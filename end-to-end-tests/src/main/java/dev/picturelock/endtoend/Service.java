package dev.picturelock.endtoend;

import java.util.Locale;

/// The services that are called, killed and restarted.
enum Service {
  INTAKE,
  CLASSIFIER,
  APPROVAL,
  PROVENANCE;

  /// The launcher's name for it, which its process id and its log are filed under.
  String part() {
    return name().toLowerCase(Locale.ROOT);
  }
}
