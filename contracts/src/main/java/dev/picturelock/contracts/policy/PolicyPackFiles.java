package dev.picturelock.contracts.policy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
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
  private static final int MAX_BYTES = 16 * 1024 * 1024;

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

  /// What lies in the folder where a pack would, and can be none: a name that is no
  /// `<id>/<version>`, or a pack's file one level too high. Sorted, relative to the folder. Other
  /// files are passed over, such as a note for people, and so is whatever begins with a dot.
  ///
  /// - **Errors:** as [#names()]
  public List<Path> strangers() {
    return folder == null ? List.of() : strangers(folder);
  }

  /// The folder beside what comes along, if there is one.
  public Optional<Path> folder() {
    return Optional.ofNullable(folder);
  }

  /// The bytes of one file of a pack.
  ///
  /// - **Errors:** [FileNotFoundException] that names the file; [IOException] for one larger than
  ///   16 MiB, which no pack needs
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
    try (var stream = Files.newInputStream(found)) {
      var bytes = stream.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new IOException("larger than 16 MiB: " + found);
      }
      return bytes;
    }
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
    for (var id : entries(folder)) {
      if (Files.isDirectory(id)) {
        entries(id).stream()
            .filter(Files::isDirectory)
            .forEach(version -> name(version).ifPresent(names::add));
      }
    }
    return names;
  }

  private static List<Path> strangers(Path folder) {
    var strangers = new ArrayList<Path>();
    for (var first : entries(folder)) {
      if (isPackFile(first)) {
        strangers.add(folder.relativize(first));
      } else if (Files.isDirectory(first)) {
        for (var second : entries(first)) {
          if (isPackFile(second) || (Files.isDirectory(second) && name(second).isEmpty())) {
            strangers.add(folder.relativize(second));
          }
        }
      }
    }
    return List.copyOf(strangers);
  }

  private static Optional<PolicyPackName> name(Path version) {
    var id = version.getName(version.getNameCount() - 2);
    return PolicyPackName.parse(id + "@" + version.getFileName());
  }

  private static boolean isPackFile(Path path) {
    return path.endsWith("pack.json") || path.endsWith("policy.dmn");
  }

  private static SortedSet<Path> entries(Path folder) {
    var entries = new TreeSet<Path>();
    try (var stream = Files.newDirectoryStream(folder, path -> !isHidden(path))) {
      stream.forEach(entries::add);
      return entries;
    } catch (IOException | DirectoryIteratorException broken) {
      throw new UncheckedIOException(
          "the folder of policy packs cannot be read: %s (%s)".formatted(folder, why(broken)),
          broken instanceof IOException io ? io : new IOException(broken));
    }
  }

  // Volumes of a container platform keep their own names beside what is mounted.
  private static boolean isHidden(Path path) {
    return path.getFileName().toString().startsWith(".");
  }

  private static String why(Exception broken) {
    return switch (broken) {
      case NoSuchFileException _ -> "there is no such folder";
      case NotDirectoryException _ -> "it is no folder";
      case AccessDeniedException _ -> "no permission";
      default -> String.valueOf(broken.getMessage());
    };
  }
}
