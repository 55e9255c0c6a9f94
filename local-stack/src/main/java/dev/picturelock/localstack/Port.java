package dev.picturelock.localstack;

import java.util.Map;

/// The ports of the embedded default; each can be moved by its environment variable.
enum Port {
  CONSOLE(8080),
  INTAKE(8081),
  CLASSIFIER(8082),
  APPROVAL(8083),
  PROVENANCE(8084),
  KEYCLOAK(18080),
  POSTGRES(15432),
  KAFKA(19092),
  KAFKA_CONTROLLER(19093);

  private static final int HIGHEST = 65_535;

  private final int usual;

  Port(int usual) {
    this.usual = usual;
  }

  String variable() {
    return "PICTURELOCK_" + name() + "_PORT";
  }

  int in(Map<String, String> environment) {
    var value = environment.getOrDefault(variable(), Integer.toString(usual));
    try {
      int port = Integer.parseInt(value);
      if (port > 0 && port <= HIGHEST) {
        return port;
      }
    } catch (NumberFormatException _) {
      // answered below, together with numbers that are no port
    }
    throw new IllegalArgumentException(
        "%s: want a port from 1 to %d, got '%s'".formatted(variable(), HIGHEST, value));
  }
}
