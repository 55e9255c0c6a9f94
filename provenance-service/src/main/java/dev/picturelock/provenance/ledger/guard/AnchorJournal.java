package dev.picturelock.provenance.ledger.guard;

import dev.picturelock.kit.file.OwnerOnly;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The folder of journals: each running instance writes one file and reads all of them.
///
/// Which file is ours says a lock that the kernel takes back however we end; the next start goes on
/// in the same file. Not safe for use by several threads.
final class AnchorJournal implements AutoCloseable {
  static final String SUFFIX = ".anchors";
  private static final long REWRITE_FROM_BYTES = 4L << 20;
  private static final int MOST_INSTANCES = 1_000;

  private final Path folder;
  private final Path own;
  private final FileLock lock;
  private final boolean folderWasEmpty;
  private final Map<Path, JournalFile.Place> read = new HashMap<>();
  private @Nullable FileChannel channel;
  private long end;
  private long rewriteAt = REWRITE_FROM_BYTES;

  private AnchorJournal(Path folder, Path own, FileLock lock, boolean folderWasEmpty) {
    this.folder = folder;
    this.own = own;
    this.lock = lock;
    this.folderWasEmpty = folderWasEmpty;
  }

  static AnchorJournal open(Path folder) throws IOException {
    OwnerOnly.makeFolder(folder);
    boolean empty = files(folder).isEmpty();
    for (int n = 1; n <= MOST_INSTANCES; n++) {
      var lock = tryLock(folder.resolve("journal-" + n + ".lock"));
      if (lock != null) {
        return new AnchorJournal(folder, folder.resolve("journal-" + n + SUFFIX), lock, empty);
      }
    }
    throw new IOException(folder + " has a thousand locked journals");
  }

  /// Nobody has ever written here. Where the database is not as empty, its journals are lost.
  boolean folderWasEmpty() {
    return folderWasEmpty;
  }

  /// What the files hold that was not read before; at first all of it.
  ///
  /// - **Errors:** [JournalDamagedException]
  List<Anchor> catchUp() throws IOException {
    var news = new ArrayList<Anchor>();
    for (var file : files(folder)) {
      var isOurs = file.equals(own);
      if (isOurs && channel != null) {
        continue;
      }
      try {
        var contents = unread(file);
        news.addAll(contents.anchors());
        if (isOurs) {
          end = contents.end().offset();
        }
      } catch (NoSuchFileException gone) {
        read.remove(file);
      }
    }
    return news;
  }

  /// Adds the anchors; when this returns they are on disk.
  ///
  /// - **all** the newest of each log, should the file be due to be written anew
  void append(Collection<Anchor> fresh, Collection<Anchor> all) throws IOException {
    var open = channel;
    if (open == null || end > rewriteAt) {
      rewrite(all);
      return;
    }
    try {
      end = JournalFile.append(open, end, fresh);
    } catch (IOException unknownState) {
      // After a failed write or flush nobody knows what is on disk: begin a new file next time.
      close(open);
      channel = null;
      throw unknownState;
    }
  }

  private void rewrite(Collection<Anchor> all) throws IOException {
    close(channel);
    channel = null;
    JournalFile.rewrite(own, all);
    var opened = FileChannel.open(own, StandardOpenOption.READ, StandardOpenOption.WRITE);
    channel = opened;
    end = opened.size();
    rewriteAt = Math.max(REWRITE_FROM_BYTES, 2 * end);
  }

  @Override
  public void close() throws IOException {
    close(channel);
    channel = null;
    lock.acquiredBy().close();
  }

  private JournalFile.Contents unread(Path file) throws IOException {
    var contents = JournalFile.read(file, read.getOrDefault(file, JournalFile.Place.START));
    read.put(file, contents.end());
    return contents;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
      var found = new ArrayList<Path>();
      files.forEach(found::add);
      return found;
    }
  }

  private static @Nullable FileLock tryLock(Path file) throws IOException {
    var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException ours) {
      // another instance in this very process
    }
    if (lock == null) {
      channel.close();
    }
    return lock;
  }

  private static void close(@Nullable FileChannel channel) throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
