package dev.picturelock.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/// Random values made at the first start and kept in files that only their owner can read.
record Secrets(Path folder) {

  private static final int BYTES = 32;

  /// The value of that name, as base64 of 32 random bytes.
  String get(String name) throws IOException {
    var file = folder.resolve(name);
    if (Files.notExists(file)) {
      make(file);
    }
    return Files.readString(file).strip();
  }

  private void make(Path file) throws IOException {
    var onlyOwner = PosixFilePermissions.fromString("rwx------");
    Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(onlyOwner));
    var random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    var temporary =
        Files.createTempFile(
            folder,
            "new",
            null,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(temporary, Base64.getEncoder().encodeToString(random));
    // The secret appears whole or not at all: a crash here leaves only the temporary file.
    Files.move(temporary, file);
  }
}
