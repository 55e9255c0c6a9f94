package dev.picturelock.tlog.checkpoint;

import dev.picturelock.tlog.CanonicalText;
import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.TreeSize;
import java.util.List;

/// Size and root of a log's tree at one moment (c2sp.org/tlog-checkpoint).
///
/// - **origin:** names the log for ever; two logs never share one
/// - **extensions:** further lines, opaque here; normally none
public record Checkpoint(String origin, TreeSize size, Hash root, List<String> extensions) {

  private static final int FIXED_LINES = 3;

  public Checkpoint {
    extensions = List.copyOf(extensions);
    checkLine("origin", origin);
    extensions.forEach(line -> checkLine("extension line", line));
    if (size.value() == 0 && !root.equals(Hash.EMPTY_ROOT)) {
      throw new MalformedException("root", "the empty tree does not have the root " + root);
    }
  }

  public Checkpoint(String origin, TreeSize size, Hash root) {
    this(origin, size, root, List.of());
  }

  /// Reads the text of a checkpoint's note.
  public static Checkpoint parse(String text) {
    if (!text.endsWith("\n")) {
      throw new MalformedException("checkpoint", "does not end with a line end");
    }
    var lines = List.of(text.substring(0, text.length() - 1).split("\n", -1));
    if (lines.size() < FIXED_LINES) {
      throw new MalformedException(
          "checkpoint", "want origin, size and root, got " + lines.size() + " lines");
    }
    return new Checkpoint(
        lines.get(0),
        new TreeSize(CanonicalText.decimal("tree size", lines.get(1))),
        Hash.ofBase64(lines.get(2)),
        lines.subList(FIXED_LINES, lines.size()));
  }

  /// The text that is signed.
  public String text() {
    var text = new StringBuilder(origin + "\n" + size + "\n" + root.toBase64() + "\n");
    extensions.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  private static void checkLine(String part, String line) {
    if (line.isEmpty()) {
      throw new MalformedException(part, "empty");
    }
    if (line.chars().anyMatch(c -> c < ' ')) {
      throw new MalformedException(part, "control character in " + CanonicalText.quote(line));
    }
  }
}
