package dev.picturelock.provenance.ledger.guard;

import dev.picturelock.tlog.MalformedException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/// One write to a journal: the anchors of a batch, whole or not there at all.
///
/// - **Shape:** a line `picturelock-anchors <length> <CRC-32C>`, then so many bytes: each signed
///   checkpoint after a line with its length. A person can read it.
record JournalFrame(List<Anchor> anchors, int length) {
  private static final byte[] MAGIC = ascii("picturelock-anchors ");
  private static final Pattern HEADER = Pattern.compile("(\\d{1,9}) ([0-9a-f]{8})");
  private static final int LONGEST_HEADER = MAGIC.length + 20;

  JournalFrame {
    anchors = List.copyOf(anchors);
  }

  static byte[] encode(Collection<Anchor> anchors) {
    var body = new ByteArrayOutputStream();
    for (var anchor : anchors) {
      var note = anchor.checkpoint().getBytes(StandardCharsets.UTF_8);
      body.writeBytes(ascii(note.length + "\n"));
      body.writeBytes(note);
    }
    var frame = new ByteArrayOutputStream();
    frame.writeBytes(MAGIC);
    frame.writeBytes(ascii(body.size() + " " + checksum(body.toByteArray()) + "\n"));
    frame.writeBytes(body.toByteArray());
    return frame.toByteArray();
  }

  /// The frame that begins here, if it is whole.
  static Optional<JournalFrame> at(byte[] bytes, int start) {
    int bodyStart = endOfLine(bytes, start, LONGEST_HEADER) + 1;
    if (bodyStart == 0 || !begins(bytes, start)) {
      return Optional.empty();
    }
    var header = HEADER.matcher(text(bytes, start + MAGIC.length, bodyStart - 1));
    if (!header.matches()) {
      return Optional.empty();
    }
    int length = Integer.parseInt(header.group(1));
    if (length > bytes.length - bodyStart) {
      return Optional.empty();
    }
    var body = Arrays.copyOfRange(bytes, bodyStart, bodyStart + length);
    return checksum(body).equals(header.group(2))
        ? Optional.of(new JournalFrame(decode(body), bodyStart + length - start))
        : Optional.empty();
  }

  /// Whether a whole frame begins anywhere from here on.
  static boolean isAnyFrom(byte[] bytes, int start) {
    for (int i = start; i < bytes.length; i++) {
      if (begins(bytes, i) && at(bytes, i).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static List<Anchor> decode(byte[] body) {
    var anchors = new ArrayList<Anchor>();
    int at = 0;
    while (at < body.length) {
      int line = endOfLine(body, at, LONGEST_HEADER);
      int start = line + 1;
      int end = line < 0 ? -1 : start + Integer.parseInt(text(body, at, line));
      if (end < start || end > body.length) {
        throw new MalformedException("journal", "a frame with a right sum and a wrong length");
      }
      anchors.add(Anchor.parse(text(body, start, end)));
      at = end;
    }
    return anchors;
  }

  private static boolean begins(byte[] bytes, int start) {
    return bytes.length - start >= MAGIC.length
        && Arrays.equals(bytes, start, start + MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  private static int endOfLine(byte[] bytes, int start, int atMost) {
    for (int i = start; i < Math.min(bytes.length, start + atMost); i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private static String checksum(byte[] body) {
    var crc = new CRC32C();
    crc.update(body);
    return "%08x".formatted(crc.getValue());
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
