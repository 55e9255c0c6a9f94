package dev.picturelock.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/// Gives a `@QuarkusTest` the real broker of its JVM.
public final class BrokerResource implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    return Map.of("kafka.bootstrap.servers", TestBroker.bootstrapServers());
  }

  @Override
  public void stop() {
    // the broker ends with the JVM; until then the next test class uses it
  }
}
