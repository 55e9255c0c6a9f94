package dev.picturelock.policy;

import dev.picturelock.contracts.policy.PolicyPackFiles;
import dev.picturelock.policy.dmn.PackLoader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;

/// What the loader really says about the shipped pack with one cell made wrong.
final class FaultText {
  private static final Map<String, Swap> FAULTS =
      Map.of(
          "unreadable",
          new Swap(
              "id=\"P1_outputReplicatesThirdParty\"><text>\"yes\", \"unsure\"",
              "id=\"P1_outputReplicatesThirdParty\"><text>\"yes\" or unsure"),
          "untrue",
          new Swap("id=\"K2_tier\"><text>\"CAUTION\"", "id=\"K2_tier\"><text>\"LOW\""));

  private FaultText() {}

  static String of(String name) {
    var swap = FAULTS.get(name);
    if (swap == null) {
      throw new AssertionError("no fault of that name: " + name);
    }
    try {
      return "```\n" + message(swap).replaceAll("\\s+", " ").strip() + "\n```";
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static String message(Swap swap) throws IOException {
    var pack = InstalledPack.PACK.name();
    var folder = Files.createTempDirectory("packs");
    var own = Files.createDirectories(folder.resolve(pack.id()).resolve(pack.version()));
    try {
      for (var file : new String[] {"pack.json", "policy.dmn", "self-test.json"}) {
        var text = new String(PolicyPackFiles.builtIn().read(pack, file), StandardCharsets.UTF_8);
        Files.writeString(own.resolve(file), text.replace(swap.right(), swap.wrong()));
      }
      new PackLoader(PolicyPackFiles.only(folder), 0).load(pack);
      throw new AssertionError("the fault was not found: " + swap);
    } catch (PolicyPackException fault) {
      return String.valueOf(fault.getMessage());
    } finally {
      deleted(folder);
    }
  }

  private static void deleted(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private record Swap(String right, String wrong) {}
}
