package dev.picturelock.cli.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Files as a zip.
final class SampleZip {

  private SampleZip() {}

  static byte[] bytes(Map<String, byte[]> files) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /// A new file with these bytes.
  static String file(Path folder, byte[] zip) {
    try {
      return Files.write(Files.createTempFile(folder, "cut", ".zip"), zip).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
