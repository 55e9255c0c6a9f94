package dev.picturelock.contracts.policy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The files of all installed policy packs: those that come along, and those of a folder.
///
/// - **Shape:** `<id>/<version>/` with `pack.json`, `policy.dmn` and `self-test.json`
/// - **Order:** the pack for those who name none comes first
/// - **Versions** stay: an old result can be repeated as long as nobody removes its folder
public final class PolicyPackFiles {
  private static final String COME_ALONG = "/policy-packs/";

  private final @Nullable Path folder;
  private final List<PolicyPackName> comeAlong;

  private PolicyPackFiles(@Nullable Path folder, List<PolicyPackName> comeAlong) {
    this.folder = folder;
    this.comeAlong = comeAlong;
  }

  /// Only the packs that come along.
  public static PolicyPackFiles builtIn() {
    return new PolicyPackFiles(null, comeAlong());
  }

  /// The packs that come along and those of a folder.
  public static PolicyPackFiles with(Path folder) {
    return new PolicyPackFiles(folder, comeAlong());
  }

  /// Only the packs of a folder.
  public static PolicyPackFiles only(Path folder) {
    return new PolicyPackFiles(folder, List.of());
  }

  /// Names of all installed packs, those of the folder sorted after those that come along.
  ///
  /// - **Errors:** [UncheckedIOException] that names the folder if it cannot be read
  public List<PolicyPackName> names() {
    var names = new ArrayList<>(comeAlong);
    if (folder != null) {
      names.addAll(inFolder(folder));
    }
    return List.copyOf(names);
  }

  /// The exact version of that `id@version`, or the newest of that `id`.
  public Optional<PolicyPackName> find(String name) {
    return names().stream()
        .filter(installed -> installed.id().equals(name) || installed.toString().equals(name))
        .max(PolicyPackName::compareTo);
  }

  /// The bytes of one file of a pack.
  ///
  /// - **Errors:** [FileNotFoundException] that names the file
  public byte[] read(PolicyPackName pack, String file) throws IOException {
    var path = pack.id() + "/" + pack.version() + "/" + file;
    if (comeAlong.contains(pack)) {
      try (var stream = PolicyPackFiles.class.getResourceAsStream(COME_ALONG + path)) {
        return bytes(stream, path);
      }
    }
    var found = folder == null ? null : folder.resolve(path);
    if (found == null || !Files.isRegularFile(found)) {
      throw new FileNotFoundException("file not found: " + (found == null ? path : found));
    }
    return Files.readAllBytes(found);
  }

  private static byte[] bytes(@Nullable InputStream stream, String path) throws IOException {
    if (stream == null) {
      throw new FileNotFoundException("file not found: " + path);
    }
    return stream.readAllBytes();
  }

  private static List<PolicyPackName> comeAlong() {
    try (var index = PolicyPackFiles.class.getResourceAsStream(COME_ALONG + "index")) {
      return new String(bytes(index, "index"), StandardCharsets.UTF_8)
          .lines()
          .map(line -> PolicyPackName.parse(line).orElseThrow())
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException("the packs that come along cannot be listed", broken);
    }
  }

  private static SortedSet<PolicyPackName> inFolder(Path folder) {
    var names = new TreeSet<PolicyPackName>();
    try (var files =
        Files.find(
            folder, 3, (path, _) -> path.endsWith("pack.json"), FileVisitOption.FOLLOW_LINKS)) {
      files
          .map(folder::relativize)
          .filter(path -> path.getNameCount() == 3)
          .map(path -> PolicyPackName.parse(path.getName(0) + "@" + path.getName(1)))
          .flatMap(Optional::stream)
          .forEach(names::add);
      return names;
    } catch (IOException broken) {
      throw new UncheckedIOException(
          "the folder of policy packs cannot be read: " + folder, broken);
    }
  }
}
