package dev.picturelock.tlog.checkpoint;

import static java.util.stream.Collectors.joining;

import dev.picturelock.tlog.CanonicalText;
import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.note.TreeHead;
import java.util.List;

/// Size and root of a log's tree at one moment (c2sp.org/tlog-checkpoint).
///
/// - **origin:** names the log for ever; two logs never share one
/// - **extensions:** further lines, opaque here; normally none
public record Checkpoint(String origin, TreeSize size, Hash root, List<String> extensions) {

  public Checkpoint {
    extensions = List.copyOf(extensions);
    extensions.forEach(line -> CanonicalText.line("extension line", line));
    // Refuses an origin that is no line, and an empty tree with a root of leaves.
    new TreeHead(origin, size, root);
  }

  public Checkpoint(String origin, TreeSize size, Hash root) {
    this(origin, size, root, List.of());
  }

  /// Reads the text of a checkpoint's note.
  public static Checkpoint parse(String text) {
    if (!text.endsWith("\n")) {
      throw new MalformedException("checkpoint", "does not end with a line end");
    }
    var head = TreeHead.of(text);
    String rest = text.substring(head.text().length());
    var extensions =
        rest.isEmpty()
            ? List.<String>of()
            : List.of(rest.substring(0, rest.length() - 1).split("\n", -1));
    return new Checkpoint(head.origin(), head.size(), head.root(), extensions);
  }

  /// The text that is signed.
  public String text() {
    return head().text() + extensions.stream().map(line -> line + "\n").collect(joining());
  }

  /// The part that every cosignature is about.
  public TreeHead head() {
    return new TreeHead(origin, size, root);
  }
}
