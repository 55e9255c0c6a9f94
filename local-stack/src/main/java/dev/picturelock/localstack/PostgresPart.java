package dev.picturelock.localstack;

import dev.picturelock.localstack.postgres.Layout;
import dev.picturelock.localstack.postgres.PostgresServer;
import dev.picturelock.localstack.process.Command;
import dev.picturelock.localstack.process.Signal;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/// The database server, with a role and a schema for each service and a database for Keycloak.
final class PostgresPart implements Part {

  static final String NAME = "postgres";
  static final String DATABASE = "picturelock";
  static final String KEYCLOAK = "keycloak";

  private final Installation installation;
  private final PostgresServer server;

  PostgresPart(Installation installation) throws IOException {
    this.installation = installation;
    this.server =
        new PostgresServer(
            installation.parts(),
            installation.data().folder(NAME),
            installation.port(Port.POSTGRES),
            installation.secrets().get("db-postgres"),
            installation.data().log(NAME),
            PostgresServer.EMBEDDED);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Port> ports() {
    return List.of(Port.POSTGRES);
  }

  @Override
  public List<String> needs() {
    return List.of();
  }

  @Override
  public void prepare() throws IOException, InterruptedException {
    server.initialise();
    server.clearStaleLock();
  }

  @Override
  public Command command() {
    return server.command();
  }

  @Override
  public boolean ready() {
    return server.ready();
  }

  @Override
  public void settle() throws IOException, SQLException {
    try (var connection = server.connect("postgres")) {
      Layout.database(connection, DATABASE, "postgres");
      Layout.role(connection, KEYCLOAK, password(KEYCLOAK));
      Layout.database(connection, KEYCLOAK, KEYCLOAK);
      for (var role : Service.databaseRoles()) {
        Layout.role(connection, role, password(role));
      }
    }
    try (var connection = server.connect(DATABASE)) {
      for (var role : Service.databaseRoles()) {
        Layout.schema(connection, DATABASE, role);
      }
    }
  }

  @Override
  public Signal stopSignal() {
    return Signal.INT;
  }

  private String password(String role) throws IOException {
    return installation.secrets().get("db-" + role);
  }
}
