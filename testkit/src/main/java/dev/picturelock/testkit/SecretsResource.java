package dev.picturelock.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Base64;
import java.util.Map;

/// Gives a `@QuarkusTest` a master key and empty folders for signing keys, anchors and subjects'
/// keys.
public final class SecretsResource implements QuarkusTestResourceLifecycleManager {

  /// Always the same, so that a pseudonym can stand in an expected value.
  private static final byte[] MASTER_KEY = new byte[32];

  @Override
  public Map<String, String> start() {
    return Map.of(
        "PICTURELOCK_SECRET", Base64.getEncoder().encodeToString(MASTER_KEY),
        "PICTURELOCK_KEYS_DIR", Tethered.scratch("keys").toString(),
        "PICTURELOCK_ANCHORS_DIR", Tethered.scratch("anchors").toString(),
        "PICTURELOCK_SUBJECT_KEYS_DIR", Tethered.scratch("subject-keys").toString(),
        // in seconds what else takes minutes
        "PICTURELOCK_ERASURE_SWEEP_PERIOD", "200ms",
        "PICTURELOCK_ERASE_AGAIN_AFTER", "1s");
  }

  @Override
  public void stop() {
    // nothing runs
  }
}
