package dev.picturelock.policy.dmn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.picturelock.contracts.policy.PolicyPackFiles;
import dev.picturelock.contracts.policy.PolicyPackName;
import dev.picturelock.policy.DmnText;
import dev.picturelock.policy.PackManifest;
import dev.picturelock.policy.PolicyPack;
import dev.picturelock.policy.PolicyPackException;
import dev.picturelock.policy.PolicyPacks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;

/// Installs packs from their files.
///
/// A pack is handed out only if its model compiles without a warning and its self-test passes; else
/// [PolicyPackException] says which rule and cell to look at.
public final class PackLoader {
  private static final String DMN = "policy.dmn";
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final PolicyPackFiles files;
  private final int cacheSize;

  /// - **cacheSize** how many distinct sets of facts each pack remembers the decision for
  public PackLoader(PolicyPackFiles files, int cacheSize) {
    this.files = files;
    this.cacheSize = cacheSize;
  }

  /// All installed packs; one with a fault and there are none.
  public PolicyPacks all() {
    return new PolicyPacks(names().stream().map(this::load).toList());
  }

  /// Names of all installed packs, once nothing in the folder is in doubt.
  ///
  /// - **Errors:** [PolicyPackException] for a folder that cannot be read, for what lies in it and
  ///   can be no pack, and for a pack that is there twice
  public List<PolicyPackName> names() {
    try {
      var strangers = files.strangers();
      if (!strangers.isEmpty()) {
        throw new PolicyPackException(
            "folder " + files.folder().orElseThrow(),
            "want <id>/<version>/policy.dmn with an id such as 'studio-rules' and a version such as"
                + " '1.0.0', got '%s'".formatted(strangers.getFirst()));
      }
      var names = files.names();
      var seen = new HashSet<PolicyPackName>();
      for (var name : names) {
        if (!seen.add(name)) {
          throw new PolicyPackException(
              name, "installed twice: it comes along, and it lies in the folder of packs");
        }
      }
      return names;
    } catch (UncheckedIOException unreadable) {
      throw new PolicyPackException("(all)", String.valueOf(unreadable.getMessage()), unreadable);
    }
  }

  /// The SHA-256 of a pack's decision model, without compiling it.
  public String sha256(PolicyPackName name) {
    return new DmnText(bytes(name, DMN)).sha256();
  }

  /// One pack, whatever state the others are in.
  public PolicyPack load(PolicyPackName name) {
    var manifest = manifest(name);
    var dmn = new DmnText(bytes(name, DMN));
    DmnXml.check(name, dmn);
    var model = model(name, dmn);
    var pack = new PolicyPack(manifest, dmn, model.rules(), model, cacheSize);
    for (var test : selfTests(name)) {
      test.run(pack, model);
    }
    return pack;
  }

  // What an engine throws at a file that it does not expect is its own affair.
  private static DmnModel model(PolicyPackName name, DmnText dmn) {
    try {
      return new DmnModel(name.toString(), dmn);
    } catch (PolicyPackException fault) {
      throw fault;
    } catch (RuntimeException unexpected) {
      throw new PolicyPackException(
          name, "policy.dmn cannot be compiled: " + unexpected, unexpected);
    }
  }

  private PackManifest manifest(PolicyPackName name) {
    var manifest = json(name, "pack.json", new TypeReference<PackManifest>() {});
    if (!(manifest.id().equals(name.id()) && manifest.version().equals(name.version()))) {
      throw new PolicyPackException(
          name, "pack.json names another pack: " + manifest.id() + "@" + manifest.version());
    }
    return manifest;
  }

  private List<SelfTest> selfTests(PolicyPackName name) {
    var tests = json(name, "self-test.json", new TypeReference<List<SelfTest>>() {});
    if (tests.isEmpty()) {
      throw new PolicyPackException(name, "self-test.json holds no case");
    }
    return tests;
  }

  private <T> T json(PolicyPackName name, String file, TypeReference<T> type) {
    try {
      return JSON.readValue(bytes(name, file), type);
    } catch (JsonProcessingException broken) {
      var at = broken.getLocation();
      var where = at == null ? "" : ", line " + at.getLineNr() + ", column " + at.getColumnNr();
      throw new PolicyPackException(
          name, file + where + ": " + broken.getOriginalMessage(), broken);
    } catch (IOException broken) {
      throw new PolicyPackException(name, file + ": " + broken.getMessage(), broken);
    }
  }

  private byte[] bytes(PolicyPackName name, String file) {
    try {
      return files.read(name, file);
    } catch (IOException broken) {
      throw new PolicyPackException(name, String.valueOf(broken.getMessage()), broken);
    }
  }
}
