package dev.picturelock.cli.log;

import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.audit.AuditListener;
import dev.picturelock.tlog.audit.AuditResult;
import dev.picturelock.tlog.audit.AuditResult.Damaged;
import dev.picturelock.tlog.audit.AuditResult.Paused;
import dev.picturelock.tlog.audit.AuditResult.Sound;
import dev.picturelock.tlog.audit.Damage;
import dev.picturelock.tlog.audit.LogAudit;
import dev.picturelock.tlog.audit.LogSource;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.LeafIndex;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.note.VerifierKey;
import dev.picturelock.tlog.policy.Policy;
import dev.picturelock.tlog.policy.PolicyResult.Unsatisfied;
import dev.picturelock.tlog.tile.Edge;
import dev.picturelock.tlog.tile.EdgeMismatchException;
import dev.picturelock.tlog.tile.EntryBundle;
import dev.picturelock.tlog.tile.EntryTile;
import dev.picturelock.tlog.tile.TilePath;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Brings a folder up to the newest checkpoint of a server, or leaves it as it is.
final class LogCopy {

  private final LogSource served;
  private final LogFolder folder;
  private final VerifierKey key;
  private final Function<Optional<byte[]>, Optional<String>> breach;
  private final AuditListener progress;
  private byte @Nullable [] firstEntry;

  /// - **breach** told the first entry, if there is one, says why the log is not the one that
  ///   should be here
  LogCopy(
      LogSource served,
      LogFolder folder,
      VerifierKey key,
      Function<Optional<byte[]>, Optional<String>> breach,
      AuditListener progress) {
    this.served = served;
    this.folder = folder;
    this.key = key;
    this.breach = breach;
    this.progress = progress;
  }

  /// What a round came to.
  sealed interface Result {

    /// The folder holds the server's newest tree.
    ///
    /// - **repaired** what was wrong with files that were here, and are fetched anew
    record Copied(Sound log, TreeSize before, Optional<String> repaired) implements Result {}

    /// The folder is as it was.
    record Refused(String reason) implements Result {}
  }

  /// - **whole** audits what is here from its first entry, not only what is new
  Result run(boolean whole) {
    SignedCheckpoint here;
    try {
      here = folder.checkpoint().map(SignedCheckpoint::parse).orElse(null);
    } catch (MalformedException e) {
      return new Result.Refused(folder.path() + " holds a broken checkpoint: " + e.reason());
    }
    if (here != null && Policy.ofLog(key).evaluate(here) instanceof Unsatisfied foreign) {
      return new Result.Refused(
          "%s holds a log that is not this one: %s".formatted(folder.path(), foreign.reason()));
    }
    var edge = edge(here);
    var broken = "its newest tiles do not lead to its checkpoint";
    if (edge != null) {
      var start = whole ? Edge.EMPTY : edge;
      folder.forgetIncoming(start.size());
      var source = new LocalFirst(served, folder);
      var result = audit(source, start, here);
      if (!(result instanceof Damaged(var damage)) || isRewritten(damage) || !source.usedLocal()) {
        return finish(result, here, Optional.empty());
      }
      broken = damage.message();
    }
    // Something here is broken, the log's own files or what an earlier run left: take all anew.
    folder.forgetIncoming();
    return finish(audit(served, Edge.EMPTY, here), here, Optional.of(broken));
  }

  private AuditResult audit(LogSource source, Edge edge, @Nullable SignedCheckpoint here) {
    return LogAudit.of(source, key).since(here).from(edge).telling(new Keeper()).run();
  }

  private Result finish(
      AuditResult result, @Nullable SignedCheckpoint here, Optional<String> repaired) {
    return switch (result) {
      case Sound sound -> {
        var broken = breach.apply(firstEntry(sound.size()));
        if (broken.isPresent()) {
          folder.forgetIncoming();
          yield new Result.Refused(broken.get());
        }
        folder.publish(sound.size(), sound.checkpoint().toBytes(), key.format());
        var before = here == null ? TreeSize.ZERO : here.checkpoint().size();
        yield new Result.Copied(sound, before, repaired);
      }
      case Damaged(var damage) -> {
        folder.forgetIncoming();
        yield new Result.Refused(damage.message());
      }
      case Paused _ -> throw new IllegalStateException("nobody asked for a slice");
    };
  }

  /// As the walk saw it, or as it is here when the walk began later.
  private Optional<byte[]> firstEntry(TreeSize size) {
    return Optional.ofNullable(firstEntry)
        .or(() ->
            EntryTile.at(0, size)
                .flatMap(folder::readOrIncoming)
                .map(bundle -> firstOf(bundle, size)));
  }

  private static byte[] firstOf(byte[] bundle, TreeSize size) {
    int width = (int) Math.min(TilePath.FULL_WIDTH, size.value());
    return EntryBundle.decode(bundle, width).getFirst();
  }

  private static boolean isRewritten(Damage damage) {
    return damage instanceof Damage.Forked || damage instanceof Damage.Shrunk;
  }

  /// Where the folder's log ends; null when its own tiles do not lead to its checkpoint.
  private @Nullable Edge edge(@Nullable SignedCheckpoint here) {
    if (here == null) {
      return Edge.EMPTY;
    }
    try {
      var head = here.checkpoint();
      return Edge.load(head.size(), head.root(), new FolderSource(folder)::read);
    } catch (EdgeMismatchException | MalformedException | NoSuchElementException _) {
      return null;
    }
  }

  /// Keeps every file that agrees with those below it.
  private final class Keeper implements AuditListener {
    @Override
    public void entry(LeafIndex index, byte[] entry) {
      if (index.value() == 0) {
        firstEntry = entry;
      }
    }

    @Override
    public void agreed(TilePath file, byte[] bytes) {
      folder.keep(file, bytes);
    }

    @Override
    public void progress(TreeSize audited, TreeSize size) {
      progress.progress(audited, size);
    }
  }
}
