package dev.picturelock.provenance.ledger.guard;

import dev.picturelock.kit.file.DurableFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/// Frames one after the other in a file that only grows, until it is rewritten as a whole.
///
/// A frame is written only after the one before is on disk, so after a crash at most the last one
/// is not whole. What is not whole was never released and is cut off. What is not whole with whole
/// frames behind it was on disk once: that is damage, and it is reported, never cut.
final class JournalFile {
  private static final int BEGINNING_BYTES = 40;

  private JournalFile() {}

  /// How far a file was read.
  ///
  /// - **beginning** its first bytes, with the sum over the first frame: another file that was put
  ///   under the same name begins differently
  record Place(String beginning, long offset) {
    static final Place START = new Place("", 0);
  }

  /// The whole frames from a place on.
  ///
  /// - **end** where the last of them ends; behind it there may be a torn one
  record Contents(List<Anchor> anchors, Place end) {
    Contents {
      anchors = List.copyOf(anchors);
    }
  }

  /// What is behind `from`, or all of it where `from` is a place in another file.
  ///
  /// - **Errors:** [JournalDamagedException]
  static Contents read(Path file, Place from) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      var beginning = new String(bytes(channel, 0, BEGINNING_BYTES), StandardCharsets.ISO_8859_1);
      boolean same = beginning.equals(from.beginning()) && channel.size() >= from.offset();
      if (same && from.offset() > 0) {
        try {
          return frames(file, channel, from);
        } catch (JournalDamagedException perhapsAnotherFile) {
          // It is damaged only if it is so from its beginning.
        }
      }
      return frames(file, channel, new Place(beginning, 0));
    }
  }

  private static Contents frames(Path file, FileChannel channel, Place from) throws IOException {
    var bytes = bytes(channel, from.offset(), Math.max(0, channel.size() - from.offset()));
    var anchors = new ArrayList<Anchor>();
    int at = 0;
    while (at < bytes.length) {
      var frame = JournalFrame.at(bytes, at);
      if (frame.isEmpty()) {
        if (JournalFrame.isAnyFrom(bytes, at + 1)) {
          throw new JournalDamagedException(file, from.offset() + at);
        }
        break;
      }
      anchors.addAll(frame.get().anchors());
      at += frame.get().length();
    }
    return new Contents(anchors, new Place(from.beginning(), from.offset() + at));
  }

  /// Writes a frame at the end of what is whole and returns the new end. Nothing in the frame may
  /// be released before this has returned.
  static long append(FileChannel journal, long end, Collection<Anchor> anchors) throws IOException {
    if (journal.size() > end) {
      journal.truncate(end);
    }
    var frame = ByteBuffer.wrap(JournalFrame.encode(anchors));
    long at = end;
    while (frame.hasRemaining()) {
      at += journal.write(frame, at);
    }
    journal.force(false);
    return at;
  }

  /// Replaces the file by one with these anchors only. A crash leaves either the one or the other.
  static void rewrite(Path file, Collection<Anchor> anchors) throws IOException {
    DurableFile.replace(file, JournalFrame.encode(anchors));
  }

  private static byte[] bytes(FileChannel channel, long from, long atMost) throws IOException {
    var buffer = ByteBuffer.allocate(Math.toIntExact(atMost));
    long at = from;
    while (buffer.hasRemaining()) {
      int read = channel.read(buffer, at);
      if (read < 0) {
        break;
      }
      at += read;
    }
    return Arrays.copyOf(buffer.array(), buffer.position());
  }
}
