package dev.picturelock.tlog.note;

import dev.picturelock.tlog.MalformedException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// The bytes under a cosignature (c2sp.org/tlog-cosignature).
final class CosignedMessage {

  /// What the length byte before a name can say.
  static final int MAX_NAME_BYTES = 255;

  // uint8 label[12]
  private static final String LABEL = "subtree/v1\n\0";

  private CosignedMessage() {}

  /// "Ed25519 signed message": a header line, a time line and the whole text of the note.
  static byte[] ed25519(String text, long timestamp) {
    return ("cosignature/v1\ntime " + timestamp + "\n" + text).getBytes(StandardCharsets.UTF_8);
  }

  /// "ML-DSA-44 signed message": the structure `cosigned_message` of a whole tree.
  ///
  /// It commits to the cosigner's name and the first three lines of the checkpoint; extension lines
  /// are not in it.
  static byte[] mlDsa44(String cosignerName, String text, long timestamp) {
    var tree = TreeHead.of(text);
    var message = new ByteArrayOutputStream();
    // label
    message.writeBytes(LABEL.getBytes(StandardCharsets.US_ASCII));
    // cosigner_name<1..2^8-1>
    writeName(message, "cosigner name", cosignerName);
    // timestamp
    writeLong(message, timestamp);
    // log_origin<1..2^8-1>
    writeName(message, "origin", tree.origin());
    // start: "If signing a checkpoint, it MUST be zero"
    writeLong(message, 0);
    // end: "it is the size of the tree"
    writeLong(message, tree.size().value());
    // hash[32]
    message.writeBytes(tree.root().toBytes());
    return message.toByteArray();
  }

  private static void writeName(ByteArrayOutputStream message, String part, String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > MAX_NAME_BYTES) {
      throw new MalformedException(part, bytes.length + " bytes, at most 255 can be cosigned");
    }
    message.write(bytes.length);
    message.writeBytes(bytes);
  }

  private static void writeLong(ByteArrayOutputStream message, long value) {
    message.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
  }
}
