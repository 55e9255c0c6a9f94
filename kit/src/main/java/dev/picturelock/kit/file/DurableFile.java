package dev.picturelock.kit.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Set;

/// Writes files so that a power cut does not take them back: a file is on disk when its bytes and
/// its name in the folder are. Files that it makes are for their owner only: what must not be lost
/// names titles, or is a secret.
public final class DurableFile {
  private DurableFile() {}

  /// Writes the file where it is; a crash may leave it there with a part of the content. When this
  /// returns it is on disk.
  public static void write(Path file, byte[] content) throws IOException {
    writeBytes(file, content);
    forceFolder(folderOf(file));
  }

  /// Replaces the file. A crash leaves either the one or the other; when this returns it is the new
  /// one. One writer at a time.
  public static void replace(Path file, byte[] content) throws IOException {
    var draft = file.resolveSibling(file.getFileName() + ".new");
    writeBytes(draft, content);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    forceFolder(folderOf(file));
  }

  /// Writes from the position of the channel on. When this returns the bytes are on disk, but not
  /// yet the name of a new file.
  public static void write(FileChannel channel, byte[] content) throws IOException {
    var rest = ByteBuffer.wrap(content);
    while (rest.hasRemaining()) {
      int _ = channel.write(rest);
    }
    channel.force(true);
  }

  /// When this returns it is on disk what was made, renamed and removed in the folder.
  public static void forceFolder(Path folder) throws IOException {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static void writeBytes(Path file, byte[] content) throws IOException {
    var options =
        Set.<OpenOption>of(
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    try (var channel = FileChannel.open(file, options, OwnerOnly.FILE)) {
      write(channel, content);
    }
  }

  private static Path folderOf(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().getParent());
  }
}
