package dev.picturelock.localstack.keycloak;

import dev.picturelock.localstack.Parts;
import dev.picturelock.localstack.process.Command;
import dev.picturelock.localstack.process.Http;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Keycloak with its data in PostgreSQL and the project's realm.
///
/// - **Realm:** imported when the database has none of that name; an existing one stays as it is
/// - **Issuer:** always `http://localhost:<port>`, whichever name a client calls it by
public final class KeycloakServer {

  private final Path home;
  private final int port;
  private final Map<String, String> environment;
  private final Path log;

  /// - **Environment:** Keycloak's own `KC_…` variables for the database and its administrator
  public KeycloakServer(Parts parts, int port, Map<String, String> environment, Path log) {
    this.home = parts.keycloak();
    this.port = port;
    this.environment = environment;
    this.log = log;
  }

  /// Bakes the choice of database into the installation, once, and lays the realm ready.
  public void initialise(Path realm) throws IOException, InterruptedException {
    var built = home.resolve("built-for-postgres");
    try (var channel =
            FileChannel.open(
                home.resolve("build.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var _ = channel.lock()) {
      if (Files.notExists(built)) {
        java(List.of("build", "--db=postgres")).run();
        Files.createFile(built);
      }
      var imports = Files.createDirectories(home.resolve("data/import"));
      Files.copy(realm, imports.resolve("realm.json"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  public Command command() {
    return java(
        List.of(
            "start",
            "--optimized",
            "--cache=local",
            "--http-enabled=true",
            "--http-host=127.0.0.1",
            "--http-port=" + port,
            "--hostname=http://localhost:" + port,
            "--import-realm"));
  }

  /// Whether the realm can issue tokens.
  public boolean ready() {
    return Http.answersOk(
        "http://127.0.0.1:%d/realms/picturelock/.well-known/openid-configuration".formatted(port));
  }

  private Command java(List<String> arguments) {
    var line =
        new ArrayList<>(
            List.of(
                "-Xms64m",
                "-Xmx384m",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
    line.addAll(arguments);
    return new Command(Command.java(line), environment, log);
  }
}
