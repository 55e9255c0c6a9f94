package dev.picturelock.provenance.cut.http;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/// An answer that is made whole before it is sent, outside of memory. Its file has no name from the
/// beginning, so that nothing is left of it however this process ends.
final class SpooledFile implements StreamingOutput, AutoCloseable {
  private final FileChannel channel;

  private SpooledFile(FileChannel channel) {
    this.channel = channel;
  }

  /// Nothing is kept when the content cannot be made.
  static SpooledFile of(StreamingOutput content) throws IOException {
    var channel = unnamed();
    boolean whole = false;
    try {
      var output = new BufferedOutputStream(Channels.newOutputStream(channel));
      content.write(output);
      output.flush();
      whole = true;
      return new SpooledFile(channel);
    } finally {
      if (!whole) {
        channel.close();
      }
    }
  }

  long size() throws IOException {
    return channel.size();
  }

  /// Gives everything, once; afterwards there is nothing any more.
  @Override
  public void write(OutputStream output) throws IOException {
    try (channel) {
      channel.position(0);
      Channels.newInputStream(channel).transferTo(output);
    }
  }

  /// Nothing is kept that nobody reads any more.
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("a file without a name cannot be closed", e);
    }
  }

  private static FileChannel unnamed() throws IOException {
    var file = Files.createTempFile("picturelock", ".answer");
    try {
      return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    } finally {
      Files.delete(file);
    }
  }
}
