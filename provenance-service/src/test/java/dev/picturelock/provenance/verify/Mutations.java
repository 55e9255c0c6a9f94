package dev.picturelock.provenance.verify;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.stream.Stream;

/// Each bit of each byte turned over, each byte left out, and each followed by a line end.
final class Mutations {

  private Mutations() {}

  static Stream<byte[]> of(byte[] bytes) {
    var changed = new ArrayList<byte[]>();
    for (int at = 0; at < bytes.length; at++) {
      for (int bit = 0; bit < 8; bit++) {
        var flipped = bytes.clone();
        flipped[at] ^= (byte) (1 << bit);
        changed.add(flipped);
      }
      changed.add(replaced(bytes, at, new byte[0]));
      changed.add(replaced(bytes, at, new byte[] {bytes[at], '\n'}));
    }
    return changed.stream();
  }

  private static byte[] replaced(byte[] bytes, int at, byte[] by) {
    var buffer = ByteBuffer.allocate(bytes.length - 1 + by.length);
    buffer.put(bytes, 0, at).put(by).put(bytes, at + 1, bytes.length - at - 1);
    return buffer.array();
  }
}
