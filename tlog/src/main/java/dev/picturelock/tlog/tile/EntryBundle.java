package dev.picturelock.tlog.tile;

import dev.picturelock.tlog.MalformedException;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The bytes of an entry bundle: each entry after its length as two bytes, high byte first.
///
/// - **Source:** c2sp.org/tlog-tiles, log entries
public final class EntryBundle {

  /// No entry can be longer.
  public static final int MAX_ENTRY_BYTES = 65_535;

  private static final int LENGTH_BYTES = 2;

  private EntryBundle() {}

  public static byte[] encode(List<byte[]> entries) {
    checkCount(entries.size());
    var bundle = new ByteArrayOutputStream();
    for (byte[] entry : entries) {
      if (entry.length > MAX_ENTRY_BYTES) {
        throw new MalformedException("entry", entry.length + " bytes, at most 65535 can be");
      }
      bundle.write(entry.length >> 8);
      bundle.write(entry.length);
      bundle.writeBytes(entry);
    }
    return bundle.toByteArray();
  }

  /// The entries of a bundle that must hold exactly `width` of them and nothing else.
  public static List<byte[]> decode(byte[] bundle, int width) {
    checkCount(width);
    var entries = new ArrayList<byte[]>(width);
    int at = 0;
    for (int i = 0; i < width; i++) {
      if (bundle.length - at < LENGTH_BYTES) {
        throw new MalformedException("entry bundle", "ends before entry " + i);
      }
      int length = (bundle[at] & 0xff) << 8 | (bundle[at + 1] & 0xff);
      at += LENGTH_BYTES;
      if (bundle.length - at < length) {
        throw new MalformedException("entry bundle", "ends inside entry " + i);
      }
      entries.add(Arrays.copyOfRange(bundle, at, at + length));
      at += length;
    }
    if (at != bundle.length) {
      throw new MalformedException(
          "entry bundle", (bundle.length - at) + " bytes after the last entry");
    }
    return List.copyOf(entries);
  }

  private static void checkCount(int entries) {
    if (entries < 1 || entries > TilePath.FULL_WIDTH) {
      throw new MalformedException("entry bundle", "want 1 to 256 entries, got " + entries);
    }
  }
}
