package dev.picturelock.localstack;

import dev.picturelock.localstack.keycloak.KeycloakServer;
import dev.picturelock.localstack.process.Command;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// The identity provider with the realm of `deploy/keycloak/realm.json`.
final class KeycloakPart implements Part {

  static final String NAME = "keycloak";

  private final Installation installation;
  private final KeycloakServer server;

  KeycloakPart(Installation installation) throws IOException {
    this.installation = installation;
    this.server =
        new KeycloakServer(
            installation.parts(),
            installation.port(Port.KEYCLOAK),
            environment(installation),
            installation.data().log(NAME));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Port> ports() {
    return List.of(Port.KEYCLOAK);
  }

  @Override
  public List<String> needs() {
    return List.of(PostgresPart.NAME);
  }

  @Override
  public void prepare() throws IOException, InterruptedException {
    server.initialise(installation.root().resolve("deploy/keycloak/realm.json"));
  }

  @Override
  public Command command() {
    return server.command();
  }

  @Override
  public boolean ready() {
    return server.ready();
  }

  private static Map<String, String> environment(Installation installation) throws IOException {
    return Map.of(
        "KC_DB_URL",
        "jdbc:postgresql://127.0.0.1:%d/%s"
            .formatted(installation.port(Port.POSTGRES), PostgresPart.KEYCLOAK),
        "KC_DB_USERNAME",
        PostgresPart.KEYCLOAK,
        "KC_DB_PASSWORD",
        installation.secrets().get("db-" + PostgresPart.KEYCLOAK),
        // Few, because each of them that broke with the database costs one failed request.
        "KC_DB_POOL_MAX_SIZE",
        "12",
        "KC_BOOTSTRAP_ADMIN_USERNAME",
        "admin",
        "KC_BOOTSTRAP_ADMIN_PASSWORD",
        installation.secrets().get("keycloak-admin"));
  }
}
