package dev.picturelock.localstack;

/// The last thing the person reads when only the stores were started: how to look into them.
record StoresWelcome(Installation installation) {

  String text() {
    return """

    PostgreSQL and Kafka are ready; no service runs.

      PostgreSQL   PGPASSWORD=$(cat %1$s) psql -h 127.0.0.1 -p %2$d -U postgres %3$s
      Kafka        127.0.0.1:%4$d
      Stop         Ctrl-C here, or %5$s
    """
        .formatted(
            installation.data().folder("secrets").resolve("db-postgres"),
            installation.port(Port.POSTGRES),
            PostgresPart.DATABASE,
            installation.port(Port.KAFKA),
            installation.stopCommand());
  }
}
