package dev.picturelock.localstack;

import dev.picturelock.localstack.process.Command;
import dev.picturelock.localstack.process.Http;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One of the project's services, from its own build.
final class ServicePart implements Part {

  private final Installation installation;
  private final Service service;
  private final Map<String, String> environment;

  ServicePart(Installation installation, Service service) throws IOException {
    this.installation = installation;
    this.service = service;
    this.environment = environment(installation, service);
  }

  @Override
  public String name() {
    return service.role();
  }

  @Override
  public List<Port> ports() {
    return List.of(service.port);
  }

  /// Not Keycloak: a service fetches the realm's keys when it first needs them.
  @Override
  public List<String> needs() {
    return service.hasDatabase
        ? List.of(PostgresPart.NAME, KafkaPart.NAME)
        : List.of(KafkaPart.NAME);
  }

  @Override
  public void prepare() throws IOException {
    if (Files.notExists(jar())) {
      throw new IOException(jar() + " is missing: the build is not complete");
    }
    var packs = installation.policyPacks();
    if (packs.isPresent() && !Files.isDirectory(packs.get())) {
      throw new IOException(
          "%s names a folder that is not there: %s"
              .formatted(Installation.POLICY_PACKS_DIR, packs.get()));
    }
  }

  @Override
  public Command command() {
    var command =
        new Command(
            Command.java(
                List.of(
                    "-XX:+UseSerialGC",
                    "-Xmx256m",
                    "--sun-misc-unsafe-memory-access=allow",
                    "--enable-native-access=ALL-UNNAMED",
                    "-jar",
                    jar().toString())),
            environment,
            installation.data().log(name()));
    // What falls behind catches up; what is turned away at the door is work for its sender.
    return service == Service.INTAKE ? command : command.behindOthers();
  }

  @Override
  public boolean ready() {
    return Http.answersOk(health());
  }

  /// Only the ledger can be in a state that no restart and no patience mends.
  @Override
  public Optional<String> refusal() {
    return service == Service.PROVENANCE
        ? Http.body(health()).flatMap(LedgerAlarm::in)
        : Optional.empty();
  }

  private String health() {
    return "http://127.0.0.1:%d/q/health/ready".formatted(installation.port(service.port));
  }

  private Path jar() {
    return installation
        .root()
        .resolve(service.module())
        .resolve("target/quarkus-app/quarkus-run.jar");
  }

  private static Map<String, String> environment(Installation installation, Service service)
      throws IOException {
    var environment = new HashMap<String, String>();
    for (var port : Port.values()) {
      environment.put(port.variable(), Integer.toString(installation.port(port)));
    }
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("PICTURELOCK_KAFKA_SERVERS", "127.0.0.1:" + installation.port(Port.KAFKA));
    environment.put(
        "PICTURELOCK_OIDC_URL", installation.url(Port.KEYCLOAK) + "/realms/picturelock");
    environment.put("PICTURELOCK_SECRET", installation.secrets().get("master-key"));
    installation
        .policyPacks()
        .ifPresent(folder -> environment.put(Installation.POLICY_PACKS_DIR, folder.toString()));
    if (service.hasDatabase) {
      environment.put(
          "PICTURELOCK_JDBC_URL",
          "jdbc:postgresql://127.0.0.1:%d/%s"
              .formatted(installation.port(Port.POSTGRES), PostgresPart.DATABASE));
      environment.put(
          "PICTURELOCK_DB_PASSWORD", installation.secrets().get("db-" + service.role()));
    }
    if (service == Service.PROVENANCE) {
      environment.put("PICTURELOCK_KEYS_DIR", installation.data().folder("keys").toString());
      environment.put("PICTURELOCK_ANCHORS_DIR", installation.data().folder("anchors").toString());
      environment.put(
          "PICTURELOCK_SUBJECT_KEYS_DIR", installation.data().folder("subject-keys").toString());
    }
    return environment;
  }
}
