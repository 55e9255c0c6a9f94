package dev.picturelock.intake;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A folder with three versions of a further pack; what is in them is none of intake's business.
public final class PolicyPacksResource implements QuarkusTestResourceLifecycleManager {
  static final List<String> VERSIONS = List.of("1.0.0", "1.9.0", "1.10.0");

  @Override
  public Map<String, String> start() {
    try {
      Path folder = Files.createTempDirectory("policy-packs");
      for (var version : VERSIONS) {
        var pack = Files.createDirectories(folder.resolve("house-rules").resolve(version));
        Files.writeString(pack.resolve("pack.json"), "{}");
      }
      return Map.of("PICTURELOCK_POLICY_PACKS_DIR", folder.toString());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public void stop() {
    // a few bytes of the system's temporary folder
  }
}
