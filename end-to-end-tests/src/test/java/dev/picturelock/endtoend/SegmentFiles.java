package dev.picturelock.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.common.record.FileRecords;

/// What a topic keeps on the disk, read from the files of its segments without asking the broker:
/// also those that it has taken out and not removed yet.
final class SegmentFiles {

  private final Path folder;
  private final String partitions;

  SegmentFiles(RunningStack stack, String topic) {
    this.folder = stack.data().resolve("kafka/log");
    this.partitions = topic + "-*";
  }

  /// Keys of records that have a value.
  Set<String> keys() {
    var keys = new HashSet<String>();
    read((key, _) -> keys.add(key));
    return keys;
  }

  /// Takes the key and the value of a record that has both.
  interface Reader {
    void read(String key, byte[] value);
  }

  void read(Reader reader) {
    try (var folders = Files.newDirectoryStream(folder, partitions)) {
      for (var partition : folders) {
        try (var segments = Files.newDirectoryStream(partition, "*.log{,.*}")) {
          for (var segment : segments) {
            read(segment, reader);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void read(Path segment, Reader reader) throws IOException {
    try (var records = FileRecords.open(segment.toFile(), false)) {
      for (var record : records.records()) {
        if (record.hasKey() && record.hasValue()) {
          reader.read(
              new String(bytes(record.key()), StandardCharsets.UTF_8), bytes(record.value()));
        }
      }
    } catch (NoSuchFileException gone) {
      // the broker has just removed it
    }
  }

  private static byte[] bytes(ByteBuffer buffer) {
    var bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }
}
