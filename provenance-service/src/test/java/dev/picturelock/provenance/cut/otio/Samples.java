package dev.picturelock.provenance.cut.otio;

import dev.picturelock.provenance.cut.Timeline;
import java.io.IOException;
import java.io.UncheckedIOException;

/// The project's own small OTIO files.
final class Samples {

  private Samples() {}

  static byte[] bytes(String name) {
    try (var stream = Samples.class.getResourceAsStream(name + ".otio")) {
      if (stream == null) {
        throw new IllegalArgumentException("no sample " + name);
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Timeline read(String name) {
    return new OtioReader(OtioLimits.DEFAULT).read(bytes(name));
  }
}
