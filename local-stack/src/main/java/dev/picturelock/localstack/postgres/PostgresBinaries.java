package dev.picturelock.localstack.postgres;

import dev.picturelock.localstack.Parts;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// The programs of PostgreSQL, unpacked once from the archive that the build fetched.
final class PostgresBinaries {

  private static final int OWNER_EXECUTES = 0100;

  private PostgresBinaries() {}

  /// The folder that has `bin/postgres`; two processes may ask for it at the same time.
  static Path of(Parts parts) {
    if (!Files.isDirectory(parts.postgres())) {
      try {
        unpack(parts);
      } catch (IOException e) {
        throw new UncheckedIOException("could not unpack PostgreSQL", e);
      }
    }
    return parts.postgres();
  }

  private static void unpack(Parts parts) throws IOException {
    var folder = Files.createTempDirectory(parts.postgresArchive(), "unpack");
    try (var archives = Files.newDirectoryStream(parts.postgresArchive(), "*.txz")) {
      for (var archive : archives) {
        unpack(archive, folder);
      }
    }
    try {
      // The whole folder appears at once. A crash before this line leaves only the temporary one.
      Files.move(folder, parts.postgres(), StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException _) {
      // another process was faster; its copy is the same
    }
  }

  private static void unpack(Path archive, Path folder) throws IOException {
    try (var in = new BufferedInputStream(Files.newInputStream(archive));
        var tar = new TarArchiveInputStream(new XZCompressorInputStream(in))) {
      for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
        write(entry, tar, folder);
      }
    }
  }

  private static void write(TarArchiveEntry entry, TarArchiveInputStream content, Path folder)
      throws IOException {
    var target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("archive entry outside its folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.copy(content, target);
      Files.setPosixFilePermissions(target, permissions(entry));
    }
  }

  private static Set<PosixFilePermission> permissions(TarArchiveEntry entry) {
    var permissions =
        EnumSet.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.OTHERS_READ);
    if ((entry.getMode() & OWNER_EXECUTES) != 0) {
      permissions.add(PosixFilePermission.OWNER_EXECUTE);
      permissions.add(PosixFilePermission.GROUP_EXECUTE);
      permissions.add(PosixFilePermission.OTHERS_EXECUTE);
    }
    return permissions;
  }
}
