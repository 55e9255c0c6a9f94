package dev.picturelock.tlog.note;

import dev.picturelock.tlog.CanonicalText;
import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.TreeSize;

/// The first three lines of a checkpoint's text, all that an ML-DSA-44 cosignature is about
/// (c2sp.org/tlog-checkpoint, note text).
public record TreeHead(String origin, TreeSize size, Hash root) {

  private static final int LINES = 3;

  public TreeHead {
    CanonicalText.line("origin", origin);
    if (size.value() == 0 && !root.equals(Hash.EMPTY_ROOT)) {
      throw new MalformedException("root", "the empty tree does not have the root " + root);
    }
  }

  /// Reads the beginning of a text; what follows the third line is not looked at.
  public static TreeHead of(String text) {
    String[] lines = text.split("\n", LINES + 1);
    // The rest after the third line end, even when empty, is a fourth part.
    if (lines.length <= LINES) {
      throw new MalformedException("checkpoint", "want the lines origin, size and root");
    }
    return new TreeHead(
        lines[0],
        new TreeSize(CanonicalText.decimal("tree size", lines[1])),
        Hash.ofBase64(lines[2]));
  }

  /// The three lines, each with its line end.
  public String text() {
    return origin + "\n" + size + "\n" + root.toBase64() + "\n";
  }
}
