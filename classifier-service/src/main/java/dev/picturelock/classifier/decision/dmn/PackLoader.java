package dev.picturelock.classifier.decision.dmn;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.picturelock.classifier.decision.DmnText;
import dev.picturelock.classifier.decision.PackManifest;
import dev.picturelock.classifier.decision.PolicyPack;
import dev.picturelock.classifier.decision.PolicyPackException;
import java.io.IOException;
import java.util.List;

/// Installs packs from folders `<id>/<version>/` with `pack.json`, `policy.dmn`, `self-test.json`.
///
/// A pack is handed out only if its model compiles without a warning and its self-test passes; else
/// [PolicyPackException] says which rule and cell to look at.
public final class PackLoader {
  private final PackFolders folders;
  private final ObjectMapper mapper;
  private final int cacheSize;

  /// - **mapper** strict: unknown fields of the JSON files are errors
  /// - **cacheSize** remembered steps of each pack
  public PackLoader(PackFolders folders, ObjectMapper mapper, int cacheSize) {
    this.folders = folders;
    this.mapper = mapper;
    this.cacheSize = cacheSize;
  }

  /// The pack named `id@version`.
  public PolicyPack load(String name) {
    var folder = name.replace('@', '/');
    var manifest = manifest(name, folder);
    var dmn = new DmnText(bytes(name, folder + "/policy.dmn"));
    var model = new DmnModel(name, dmn);
    var pack = new PolicyPack(manifest, dmn, model.rules(), model, cacheSize);
    for (var test : selfTests(name, folder)) {
      test.run(pack, model);
    }
    return pack;
  }

  private PackManifest manifest(String name, String folder) {
    var file = folder + "/pack.json";
    try {
      var manifest = mapper.readValue(bytes(name, file), PackManifest.class);
      if (!manifest.name().equals(name)) {
        throw new PolicyPackException(name, file + " names another pack: " + manifest.name());
      }
      return manifest;
    } catch (IOException broken) {
      throw new PolicyPackException(name, file + ": " + broken.getMessage(), broken);
    }
  }

  private List<SelfTest> selfTests(String name, String folder) {
    var file = folder + "/self-test.json";
    try {
      var tests = mapper.readValue(bytes(name, file), new TypeReference<List<SelfTest>>() {});
      if (tests.isEmpty()) {
        throw new PolicyPackException(name, file + " holds no case");
      }
      return tests;
    } catch (IOException broken) {
      throw new PolicyPackException(name, file + ": " + broken.getMessage(), broken);
    }
  }

  private byte[] bytes(String name, String file) {
    try (var stream = folders.open(file)) {
      if (stream == null) {
        throw new PolicyPackException(name, "file not found: " + file);
      }
      return stream.readAllBytes();
    } catch (IOException broken) {
      throw new PolicyPackException(name, "cannot read " + file, broken);
    }
  }
}
