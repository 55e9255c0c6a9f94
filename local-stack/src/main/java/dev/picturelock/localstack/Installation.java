package dev.picturelock.localstack;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Everything a part may need to know about where and how it runs.
///
/// - **Root:** of the repository
/// - **Environment:** the caller's variables, which may move ports
record Installation(
    Path root, Parts parts, DataFolder data, Secrets secrets, Map<String, String> environment) {

  /// Names the folder of policy packs beside those that come along.
  static final String POLICY_PACKS_DIR = "PICTURELOCK_POLICY_PACKS_DIR";

  static Installation of(Path root, DataFolder data, Map<String, String> environment) {
    return new Installation(
        root,
        Parts.in(root.resolve("local-stack/target/parts")),
        data,
        new Secrets(data.folder("secrets")),
        Map.copyOf(environment));
  }

  int port(Port port) {
    return port.in(environment);
  }

  String url(Port port) {
    return "http://localhost:" + port(port);
  }

  /// What the person types to stop it.
  String stopCommand() {
    return data.root().equals(root.resolve(".data")) ? "./stop" : "./stop --data " + data.root();
  }

  /// The folder of policy packs as an absolute path: the caller named it from where they stand, and
  /// services may run elsewhere.
  Optional<Path> policyPacks() {
    var named = environment.getOrDefault(POLICY_PACKS_DIR, "");
    return named.isBlank()
        ? Optional.empty()
        : Optional.of(Path.of(named).toAbsolutePath().normalize());
  }
}
