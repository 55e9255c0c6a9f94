import java.io.IOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.ZipInputStream;

/// Fetches Maven with nothing but a JDK: `java FetchMaven.java <address> <SHA-512> <folder>`.
///
/// Nothing of the archive is used before its digest is the expected one.
class FetchMaven {

  public static void main(String[] arguments) throws Exception {
    try {
      install(URI.create(arguments[0]), arguments[1], Path.of(arguments[2]));
    } catch (IOException e) {
      System.err.println(arguments[0] + ": " + e.getMessage());
      System.exit(1);
    }
  }

  private static void install(URI address, String wanted, Path folder) throws Exception {
    Files.createDirectories(folder);
    var archive = Files.createTempFile(folder, "maven", ".zip");
    try {
      fetch(address, archive);
      check(archive, wanted);
      unpack(archive, folder);
    } finally {
      Files.deleteIfExists(archive);
    }
  }

  private static void fetch(URI address, Path archive) throws IOException {
    var connection = address.toURL().openConnection();
    connection.setConnectTimeout(20_000);
    connection.setReadTimeout(60_000);
    try (var in = connection.getInputStream();
        var out = Files.newOutputStream(archive)) {
      in.transferTo(out);
    }
  }

  private static void check(Path archive, String wanted) throws Exception {
    var digest = MessageDigest.getInstance("SHA-512").digest(Files.readAllBytes(archive));
    var got = HexFormat.of().formatHex(digest);
    if (!got.equals(wanted)) {
      throw new IOException("the archive has another SHA-512 than expected: " + got);
    }
  }

  /// Unpacks beside the target and moves the whole at the end, so that a broken copy is never used.
  private static void unpack(Path archive, Path folder) throws IOException {
    var fresh = Files.createTempDirectory(folder, "maven");
    try (var zip = new ZipInputStream(Files.newInputStream(archive))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        var file = fresh.resolve(entry.getName()).normalize();
        if (!file.startsWith(fresh)) {
          throw new IOException("archive entry outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.getParent());
          Files.copy(zip, file);
          if (file.getParent().endsWith("bin")) {
            file.toFile().setExecutable(true);
          }
        }
      }
    }
    try (var content = Files.newDirectoryStream(fresh)) {
      for (var maven : content) {
        Files.move(maven, folder.resolve(maven.getFileName()));
      }
    } catch (FileAlreadyExistsException e) {
      System.err.println("somebody else fetched it at the same time");
    }
    Files.deleteIfExists(fresh);
  }
}
