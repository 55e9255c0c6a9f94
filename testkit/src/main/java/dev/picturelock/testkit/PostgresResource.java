package dev.picturelock.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/// Gives a `@QuarkusTest` an empty database of the real kind.
///
/// - **Argument:** `role`, the service's login role and schema; `service` if it is not given
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {

  private String role = "service";

  @Override
  public void init(Map<String, String> arguments) {
    role = arguments.getOrDefault("role", role);
  }

  @Override
  public Map<String, String> start() {
    var database = TestPostgres.fresh(role);
    return Map.of(
        "quarkus.datasource.jdbc.url", database.url(),
        "quarkus.datasource.username", database.user(),
        "quarkus.datasource.password", database.password());
  }

  @Override
  public void stop() {
    // the server ends with the JVM; until then the next test class uses it
  }
}
