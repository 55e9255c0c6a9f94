package dev.picturelock.provenance.ledger.guard;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The newest checkpoint of each log that is known outside the database: from the journals of all
/// instances that share the folder, and from the checkpoint topic.
///
/// Safe for use by several threads; looking something up never waits for the disk. Of each log only
/// the newest is kept: whatever is newer was shown to be an extension of it before it was signed.
@ApplicationScoped
class Anchors {
  private final Path folder;
  private final Map<String, Anchor> newest = new ConcurrentHashMap<>();
  private final Map<String, Anchor> recorded = new ConcurrentHashMap<>();
  private @Nullable AnchorJournal journal;

  Anchors(GuardConfig config) {
    this.folder = config.anchorsDir();
  }

  /// Two checkpoints that cannot both be true.
  static final class ContradictionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String origin;

    ContradictionException(Anchor one, Anchor other) {
      this(
          one.origin(),
          "size %s was released with the roots %s and %s"
              .formatted(one.size(), one.root(), other.root()));
    }

    private ContradictionException(String origin, String message) {
      super(message);
      this.origin = origin;
    }

    /// What was released later did not grow out of it.
    static ContradictionException ofPast(Anchor one, Anchor later) {
      return new ContradictionException(
          one.origin(),
          "size %s was released with root %s, the log that was released at size %s never had that"
              .formatted(one.size(), one.root(), later.size()));
    }

    /// A log has one key for ever.
    static ContradictionException ofKeys(Anchor one, Anchor other) {
      return new ContradictionException(
          one.origin(),
          "size %s and size %s were released under two keys".formatted(one.size(), other.size()));
    }

    String origin() {
      return origin;
    }
  }

  /// Takes a journal of its own and reads all journals there are.
  ///
  /// - **Errors:** [JournalDamagedException], [ContradictionException]
  synchronized void open() throws IOException {
    if (journal == null) {
      journal = AnchorJournal.open(folder);
    }
    catchUp();
  }

  /// Whether no instance has ever kept a journal here.
  synchronized boolean folderWasEmpty() {
    return opened().folderWasEmpty();
  }

  /// Reads what other instances have written since.
  ///
  /// - **Errors:** [JournalDamagedException], [ContradictionException]
  synchronized void catchUp() throws IOException {
    for (var anchor : opened().catchUp()) {
      keep(recorded, anchor);
      keep(newest, anchor);
    }
  }

  /// Takes note of what is known from elsewhere.
  ///
  /// - **Errors:** [ContradictionException]
  synchronized void learn(Anchor anchor) {
    keep(newest, anchor);
  }

  Optional<Anchor> newest(String origin) {
    return Optional.ofNullable(newest.get(origin));
  }

  List<Anchor> all() {
    return List.copyOf(newest.values());
  }

  /// Whether a journal says that this log was released at this size or later.
  boolean isRecorded(Anchor anchor) {
    var known = recorded.get(anchor.origin());
    return known != null && !anchor.isNewerThan(known) && !anchor.contradicts(known);
  }

  /// Returns when all of the anchors, or newer ones, are in a journal on disk.
  ///
  /// - **Errors:** [ContradictionException]
  synchronized void record(Collection<Anchor> anchors) throws IOException {
    var fresh = new ArrayList<Anchor>();
    for (var anchor : anchors) {
      keep(newest, anchor);
      if (!isRecorded(anchor)) {
        fresh.add(anchor);
      }
    }
    if (!fresh.isEmpty()) {
      opened().append(fresh, newest.values());
      fresh.forEach(anchor -> keep(recorded, anchor));
    }
  }

  /// Makes sure that there is a journal and that it has everything that is known.
  synchronized void recordAll() throws IOException {
    opened().append(List.of(), newest.values());
    recorded.putAll(newest);
  }

  @PreDestroy
  synchronized void close() throws IOException {
    if (journal != null) {
      journal.close();
      journal = null;
    }
  }

  private AnchorJournal opened() {
    if (journal == null) {
      throw new IllegalStateException("the journals are not open");
    }
    return journal;
  }

  private static void keep(Map<String, Anchor> map, Anchor anchor) {
    var known = map.get(anchor.origin());
    if (known != null && anchor.contradicts(known)) {
      throw new ContradictionException(known, anchor);
    }
    if (known == null || anchor.isNewerThan(known)) {
      map.put(anchor.origin(), anchor);
    }
  }
}
