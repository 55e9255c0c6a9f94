package dev.picturelock.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Base64;
import java.util.Map;

/// Gives a `@QuarkusTest` a master key, an empty folder for signing keys and one for anchors.
public final class SecretsResource implements QuarkusTestResourceLifecycleManager {

  /// Always the same, so that a pseudonym can stand in an expected value.
  private static final byte[] MASTER_KEY = new byte[32];

  @Override
  public Map<String, String> start() {
    return Map.of(
        "PICTURELOCK_SECRET", Base64.getEncoder().encodeToString(MASTER_KEY),
        "PICTURELOCK_KEYS_DIR", Tethered.scratch("keys").toString(),
        "PICTURELOCK_ANCHORS_DIR", Tethered.scratch("anchors").toString());
  }

  @Override
  public void stop() {
    // nothing runs
  }
}
