package dev.picturelock.localstack;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The project's own services, in the order in which events flow.
enum Service {
  INTAKE(Port.INTAKE, true),
  CLASSIFIER(Port.CLASSIFIER, false),
  APPROVAL(Port.APPROVAL, true),
  PROVENANCE(Port.PROVENANCE, true);

  final Port port;
  final boolean hasDatabase;

  Service(Port port, boolean hasDatabase) {
    this.port = port;
    this.hasDatabase = hasDatabase;
  }

  /// The name of the service is also its role and its schema in the database.
  String role() {
    return name().toLowerCase(Locale.ROOT);
  }

  String module() {
    return role() + "-service";
  }

  static List<String> databaseRoles() {
    return Arrays.stream(values())
        .filter(service -> service.hasDatabase)
        .map(Service::role)
        .toList();
  }
}
