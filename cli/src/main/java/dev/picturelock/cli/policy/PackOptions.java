package dev.picturelock.cli.policy;

import dev.picturelock.cli.terminal.UnusableInputException;
import dev.picturelock.contracts.policy.PolicyPackFiles;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which packs are installed here: those that come along, and those of a folder.
final class PackOptions {
  static final String VARIABLE = "PICTURELOCK_POLICY_PACKS_DIR";

  @Option(
      names = "--packs",
      paramLabel = "DIR",
      description = {
        "folder with more policy packs, <id>/<version>/policy.dmn (default: " + VARIABLE + ")"
      })
  @Nullable String folder;

  PolicyPackFiles files() {
    return files(System.getenv());
  }

  PolicyPackFiles files(Map<String, String> environment) {
    var named = folder == null ? environment.getOrDefault(VARIABLE, "") : folder;
    try {
      return named.isBlank() ? PolicyPackFiles.builtIn() : PolicyPackFiles.with(Path.of(named));
    } catch (InvalidPathException e) {
      throw new UnusableInputException("not a folder: " + named);
    }
  }
}
