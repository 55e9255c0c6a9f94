package dev.picturelock.cli.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Every way in which a copy changes what is on disk; a test fails each of them in turn.
interface DurableFiles {

  void makeFolder(Path folder) throws IOException;

  /// The bytes are on the disk when this returns; under which name only after [#force].
  void write(Path file, byte[] bytes) throws IOException;

  /// Replaces what is there; no reader ever sees a part of it.
  void move(Path from, Path to) throws IOException;

  /// Makes the names in a folder durable.
  void force(Path folder) throws IOException;

  void delete(Path file) throws IOException;

  DurableFiles DISK =
      new DurableFiles() {
        @Override
        public void makeFolder(Path folder) throws IOException {
          Files.createDirectories(folder);
        }

        @Override
        public void write(Path file, byte[] bytes) throws IOException {
          try (var channel =
              FileChannel.open(
                  file,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.TRUNCATE_EXISTING,
                  StandardOpenOption.WRITE)) {
            var rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
              channel.write(rest);
            }
            channel.force(true);
          }
        }

        @Override
        public void move(Path from, Path to) throws IOException {
          Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }

        @Override
        public void force(Path folder) throws IOException {
          try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
          }
        }

        @Override
        public void delete(Path file) throws IOException {
          Files.deleteIfExists(file);
        }
      };
}
