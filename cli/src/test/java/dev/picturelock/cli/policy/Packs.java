package dev.picturelock.cli.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.contracts.policy.PolicyPackFiles;
import dev.picturelock.contracts.policy.PolicyPackName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Packs under construction in a folder: the shipped one under another version.
record Packs(Path folder) {
  static final PolicyPackName SHIPPED = new PolicyPackName("netflix-genai-2025-08", "1.0.0");

  /// A copy that differs in its version alone.
  Path copy(String version) throws IOException {
    var pack = Files.createDirectories(folder.resolve(SHIPPED.id()).resolve(version));
    for (var file : new String[] {"pack.json", "policy.dmn", "self-test.json"}) {
      Files.write(pack.resolve(file), PolicyPackFiles.builtIn().read(SHIPPED, file));
    }
    replace(pack.resolve("pack.json"), "\"1.0.0\"", "\"" + version + "\"");
    replace(pack.resolve("policy.dmn"), ":1.0.0\"", ":" + version + "\"");
    return pack;
  }

  /// A version whose rule M1 says in other words why it fired.
  Path reworded(String version) throws IOException {
    var pack = copy(version);
    replace(pack.resolve("policy.dmn"), "The result serves ideation only.", "Ideas only.");
    return pack;
  }

  static void replace(Path file, String before, String after) throws IOException {
    var text = Files.readString(file, StandardCharsets.UTF_8);
    assertThat(text).contains(before);
    Files.writeString(file, text.replace(before, after));
  }
}
