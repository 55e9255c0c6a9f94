package dev.picturelock.localstack;

import java.nio.file.Path;
import java.util.Map;

/// Everything a part may need to know about where and how it runs.
///
/// - **Root:** of the repository
/// - **Environment:** the caller's variables, which may move ports
record Installation(
    Path root, Parts parts, DataFolder data, Secrets secrets, Map<String, String> environment) {

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
}
