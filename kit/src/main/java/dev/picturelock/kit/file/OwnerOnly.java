package dev.picturelock.kit.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// The rights of files and folders that nobody reads but the account that the service runs under.
public final class OwnerOnly {
  public static final FileAttribute<?> FILE = rights("rw-------");
  public static final FileAttribute<?> FOLDER = rights("rwx------");

  private static final Set<PosixFilePermission> OF_STRANGERS =
      Set.of(
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.GROUP_WRITE);

  private OwnerOnly() {}

  /// Makes the folder, and those above it, where it is not there yet; one that is there keeps its
  /// rights.
  public static void makeFolder(Path folder) throws IOException {
    Files.createDirectories(folder, FOLDER);
  }

  /// Whether anybody on the machine may read the file, or somebody else may change it. A group may
  /// read: that is how secrets are handed to a service.
  public static boolean isOpenToStrangers(Path file) throws IOException {
    return Files.getPosixFilePermissions(file).stream().anyMatch(OF_STRANGERS::contains);
  }

  private static FileAttribute<?> rights(String rights) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights));
  }
}
