package dev.picturelock.localstack.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/// Loads the demo production through the public API, as its people and tools would.
///
/// Loading it twice changes nothing: every step is harmless to repeat or looks first whether it was
/// done.
public final class DemoProduction {

  private static final List<String> SERVICES =
      List.of("intake", "classifier", "approval", "provenance");

  private final Path folder;
  private final Map<String, String> addresses;
  private final String realm;
  private final Consumer<String> progress;

  /// - **folder** of the step files
  /// - **addresses** of the services by name: `intake`, `classifier`, `approval`, `provenance`
  /// - **realm** address of the realm in Keycloak
  public DemoProduction(
      Path folder, Map<String, String> addresses, String realm, Consumer<String> progress) {
    this.folder = folder;
    this.addresses = Map.copyOf(addresses);
    this.realm = realm;
    this.progress = progress;
  }

  /// - **Errors:** [IllegalStateException] that names the step which failed
  public void load() throws IOException, InterruptedException {
    try (var web = new Web(realm)) {
      var variables = new Variables(addresses, web::token);
      var runner = new StepRunner(folder, variables, web);
      for (var chapter : Chapter.readAll(folder)) {
        progress.accept(chapter.title());
        for (var step : chapter.steps()) {
          runner.run(step);
        }
      }
      new Summary(variables, web).lines().forEach(progress);
    }
  }

  /// Loads into any installation that has the demo accounts.
  ///
  /// - **Environment:** `PICTURELOCK_<SERVICE>_URL`, `PICTURELOCK_OIDC_URL`
  /// - **Arguments:** the folder of the step files
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var addresses = new HashMap<String, String>();
    int port = 8081;
    for (var service : SERVICES) {
      var variable = "PICTURELOCK_" + service.toUpperCase(Locale.ROOT) + "_URL";
      addresses.put(service, environment(variable, "http://localhost:" + port++));
    }
    var realm = environment("PICTURELOCK_OIDC_URL", "http://localhost:18080/realms/picturelock");
    var folder = Path.of(arguments.length == 0 ? "deploy/demo" : arguments[0]);
    try {
      new DemoProduction(folder, addresses, realm, System.out::println).load();
    } catch (IllegalStateException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static String environment(String variable, String usual) {
    var value = System.getenv(variable);
    return value == null ? usual : value;
  }
}
