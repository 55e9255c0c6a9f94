package dev.picturelock.cli.log;

import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.tile.EntryBundle;
import dev.picturelock.tlog.tile.EntryTile;
import dev.picturelock.tlog.tile.HashTile;
import dev.picturelock.tlog.tile.TilePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/// One log as files, with a place beside them for what has come but is not yet known to lead to a
/// signed root.
///
/// Whenever a process dies, the folder holds a whole log: files come under their names only after
/// all of them were verified, and the checkpoint that speaks of them comes last.
final class LogFolder {

  static final int MAX_SMALL_FILE = 1024 * 1024;
  static final int MAX_BUNDLE = TilePath.FULL_WIDTH * (2 + EntryBundle.MAX_ENTRY_BYTES);

  private static final String CHECKPOINT = "checkpoint";
  private static final String KEY = "key";
  private static final String INCOMING = ".incoming";
  private static final String PARTIAL = ".p";

  private final Path folder;
  private final Path incoming;
  private final DurableFiles files;
  private final TreeSet<Path> touched = new TreeSet<>();

  LogFolder(Path folder, DurableFiles files) {
    this.folder = folder;
    this.incoming = folder.resolve(INCOMING);
    this.files = files;
  }

  Path path() {
    return folder;
  }

  Optional<byte[]> checkpoint() {
    return read(folder.resolve(CHECKPOINT), MAX_SMALL_FILE);
  }

  Optional<String> key() {
    return read(folder.resolve(KEY), MAX_SMALL_FILE)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8).stripTrailing());
  }

  /// A file of the log itself.
  Optional<byte[]> read(TilePath file) {
    return read(folder.resolve(file.path()), maxBytes(file));
  }

  /// A file of the log, or one that came earlier and is not part of it yet.
  Optional<byte[]> readOrIncoming(TilePath file) {
    return read(file).or(() -> read(incoming.resolve(file.path()), maxBytes(file)));
  }

  /// Forgets what came earlier, but for what a walk that begins at this size will see again.
  void forgetIncoming(TreeSize start) {
    for (var file : filesBelow(incoming)) {
      if (!tile(incoming, file).filter(tile -> tile.isFull() && !exists(tile, start)).isPresent()) {
        change(() -> files.delete(file));
      }
    }
  }

  void forgetIncoming() {
    filesBelow(incoming).forEach(file -> change(() -> files.delete(file)));
  }

  /// Keeps bytes beside the log.
  void keep(TilePath file, byte[] bytes) {
    var target = folder.resolve(file.path());
    if (is(target, bytes, maxBytes(file))) {
      // A run that was killed may have brought it here without making its name durable.
      touched.add(parent(target));
      return;
    }
    var kept = incoming.resolve(file.path());
    if (!is(kept, bytes, maxBytes(file))) {
      change(() -> {
        files.makeFolder(parent(kept));
        files.write(kept, bytes);
      });
    }
  }

  /// Makes everything that was kept part of the log, and then the checkpoint.
  ///
  /// MUST be called only when every file of a tree of this size is known to be good.
  void publish(TreeSize size, byte[] checkpoint, String key) {
    for (var file : filesBelow(incoming)) {
      if (tile(incoming, file).filter(tile -> exists(tile, size)).isPresent()) {
        moveIn(file);
      }
    }
    putSmall(KEY, (key + "\n").getBytes(StandardCharsets.UTF_8));
    forceTouched();
    // From here on a reader is told of the new size; a death before leaves the old one, and some
    // files that it does not speak of.
    putSmall(CHECKPOINT, checkpoint);
    forceTouched();
    dropCovered();
    forgetIncoming();
  }

  private void moveIn(Path from) {
    var to = folder.resolve(incoming.relativize(from));
    change(() -> {
      files.makeFolder(parent(to));
      files.move(from, to);
    });
    touched.add(parent(to));
  }

  private void putSmall(String name, byte[] bytes) {
    var target = folder.resolve(name);
    if (is(target, bytes, MAX_SMALL_FILE)) {
      return;
    }
    var temporary = incoming.resolve(name);
    change(() -> {
      files.makeFolder(incoming);
      files.write(temporary, bytes);
      files.move(temporary, target);
    });
    touched.add(folder);
  }

  /// A folder may be new itself, so its own name is made durable too, up to the log's own.
  private void forceTouched() {
    var all = new TreeSet<Path>(Comparator.reverseOrder());
    for (var path : touched) {
      for (var at = path; at.startsWith(folder); at = parent(at)) {
        all.add(at);
      }
      all.add(parent(folder));
    }
    all.forEach(path -> change(() -> files.force(path)));
    touched.clear();
  }

  /// Partial tiles may go once the full one is there; before that, somebody who holds an older
  /// checkpoint of this copy may still ask for them.
  private void dropCovered() {
    for (var file : filesBelow(folder.resolve("tile"), LogFolder::isPartial)) {
      if (Files.exists(full(file))) {
        change(() -> files.delete(file));
      }
    }
  }

  private static boolean isPartial(Path file) {
    return parent(file).getFileName().toString().endsWith(PARTIAL);
  }

  private static Path full(Path partial) {
    var folder = parent(partial);
    var name = folder.getFileName().toString();
    return folder.resolveSibling(name.substring(0, name.length() - PARTIAL.length()));
  }

  private static Optional<TilePath> tile(Path base, Path file) {
    try {
      return Optional.of(TilePath.parse(String.join("/", names(base.relativize(file)))));
    } catch (MalformedException _) {
      // a half-written checkpoint, or something that somebody else put there
      return Optional.empty();
    }
  }

  private static List<String> names(Path path) {
    var names = new ArrayList<String>();
    path.forEach(name -> names.add(name.toString()));
    return names;
  }

  private static boolean exists(TilePath file, TreeSize size) {
    return switch (file) {
      case HashTile tile -> tile.existsAt(size);
      case EntryTile bundle -> bundle.existsAt(size);
    };
  }

  private static int maxBytes(TilePath file) {
    return switch (file) {
      case HashTile _ -> TilePath.FULL_WIDTH * Hash.BYTES;
      case EntryTile _ -> MAX_BUNDLE;
    };
  }

  private static boolean is(Path file, byte[] bytes, int maxBytes) {
    return read(file, maxBytes).filter(there -> Arrays.equals(there, bytes)).isPresent();
  }

  /// One byte more than allowed shows that there is too much, and is refused where it is read.
  private static Optional<byte[]> read(Path file, int maxBytes) {
    try (var stream = Files.newInputStream(file)) {
      return Optional.of(stream.readNBytes(maxBytes + 1));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static List<Path> filesBelow(Path folder) {
    return filesBelow(folder, _ -> true);
  }

  private static List<Path> filesBelow(Path folder, Predicate<Path> wanted) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var all = Files.walk(folder)) {
      return all.filter(wanted).filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder, e);
    }
  }

  private static Path parent(Path path) {
    var parent = path.getParent();
    if (parent == null) {
      throw new IllegalArgumentException(path + " lies in no folder");
    }
    return parent;
  }

  private void change(Change change) {
    try {
      change.run();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder, e);
    }
  }

  private interface Change {
    void run() throws IOException;
  }
}
