package dev.picturelock.localstack;

import dev.picturelock.localstack.demo.DemoProduction;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;

/// Fills a new installation with the demo title of `deploy/demo` once.
final class DemoTitle {

  private static final String NAME = "demo";

  private final Installation installation;
  private final Terminal terminal;

  DemoTitle(Installation installation, Terminal terminal) {
    this.installation = installation;
    this.terminal = terminal;
  }

  /// Does nothing where the demo is loaded already.
  void loadOnce() throws IOException, InterruptedException {
    var data = installation.data();
    if (Files.exists(data.demoLoaded())) {
      return;
    }
    var addresses = new HashMap<String, String>();
    for (var service : Service.values()) {
      addresses.put(service.role(), installation.url(service.port));
    }
    new DemoProduction(
            installation.root().resolve("deploy/demo"),
            addresses,
            installation.url(Port.KEYCLOAK) + "/realms/picturelock",
            line -> terminal.step(NAME, line))
        .load();
    // A crash before this line loads the demo again at the next start, which changes nothing.
    Files.createFile(data.demoLoaded());
    terminal.good(NAME, "loaded");
  }
}
