package dev.picturelock.localstack;

import dev.picturelock.localstack.process.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;

/// Fills a new installation with the demo title by running `deploy/demo/load` once.
///
/// - **Environment:** `PICTURELOCK_<SERVICE>_URL` of every service and `PICTURELOCK_OIDC_URL`
final class DemoTitle {

  private static final String NAME = "demo";

  private final Installation installation;
  private final Terminal terminal;

  DemoTitle(Installation installation, Terminal terminal) {
    this.installation = installation;
    this.terminal = terminal;
  }

  /// Does nothing where the demo is loaded already, or where there is no loader.
  void loadOnce() throws IOException, InterruptedException {
    var loader = installation.root().resolve("deploy/demo/load");
    var data = installation.data();
    if (Files.exists(data.demoLoaded()) || !Files.isExecutable(loader)) {
      return;
    }
    terminal.step(NAME, "loading the demo title");
    data.rotateLog(NAME);
    var environment = new HashMap<String, String>();
    for (var service : Service.values()) {
      environment.put("PICTURELOCK_" + service + "_URL", installation.url(service.port));
    }
    environment.put(
        "PICTURELOCK_OIDC_URL", installation.url(Port.KEYCLOAK) + "/realms/picturelock");
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    new Command(List.of(loader.toString()), environment, data.log(NAME)).run();
    // A crash before this line loads the demo again at the next start, which changes nothing.
    Files.createFile(data.demoLoaded());
    terminal.good(NAME, "loaded");
  }
}
