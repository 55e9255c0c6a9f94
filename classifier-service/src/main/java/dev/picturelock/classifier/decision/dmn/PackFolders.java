package dev.picturelock.classifier.decision.dmn;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Where packs lie; the service has them on its class path.
@FunctionalInterface
public interface PackFolders {
  /// The file `<id>/<version>/<name>`, or null if there is none.
  @Nullable InputStream open(String file) throws IOException;

  /// The folder `policy-packs` of the class path.
  static PackFolders onClassPath() {
    return file -> PackFolders.class.getResourceAsStream("/policy-packs/" + file);
  }
}
