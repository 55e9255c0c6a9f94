package dev.picturelock.cli.log;

import dev.picturelock.cli.terminal.Style;
import dev.picturelock.cli.terminal.UnusableInputException;
import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.audit.AuditListener;
import dev.picturelock.tlog.audit.AuditResult.Damaged;
import dev.picturelock.tlog.audit.AuditResult.Paused;
import dev.picturelock.tlog.audit.AuditResult.Sound;
import dev.picturelock.tlog.audit.LogAudit;
import dev.picturelock.tlog.merkle.LeafIndex;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.note.VerifierKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Audits every log of a folder, oldest first, and that each follows the one before it.
final class FolderCheck {

  private final FolderOptions options;
  private final Terminal terminal;

  FolderCheck(FolderOptions options, Terminal terminal) {
    this.options = options;
    this.terminal = terminal;
  }

  /// Whether everything holds; it says what does not.
  boolean run() {
    var folder = options.path();
    if (Folders.holdsLog(folder)) {
      var given = options.keys();
      return check(new LogFolder(folder, DurableFiles.DISK), "log", new Chain(given), given);
    }
    var logOfLogs = folder.resolve(Folders.LOG_OF_LOGS);
    boolean alone = Folders.isEmpty(folder);
    if (alone && Folders.isEmpty(logOfLogs)) {
      throw new UnusableInputException("there is no log in " + folder);
    }
    return all(folder, "log", options.keys())
        && all(logOfLogs, "log of logs", options.logOfLogsKeys(alone));
  }

  private boolean all(Path folder, String what, GivenKeys given) {
    List<String> listed;
    try {
      listed = Folders.listed(folder);
    } catch (MalformedException e) {
      return damaged(folder.resolve(Folders.INDEX).toString(), e.reason());
    }
    var here = Folders.numbers(folder);
    int newest = Math.max(listed.size(), here.isEmpty() ? 0 : here.getLast());
    var chain = new Chain(given);
    for (int number = 1; number <= newest; number++) {
      var name = what + " " + number;
      if (!here.contains(number)) {
        return damaged(
            name, "it is not here, and " + Folders.INDEX + " or a later log says it was");
      }
      var log = new LogFolder(folder.resolve(String.valueOf(number)), DurableFiles.DISK);
      var told = log.key();
      if (number <= listed.size()
          && told.isPresent()
          && !told.get().equals(listed.get(number - 1))) {
        return damaged(
            name,
            "its key is %s here and %s in %s"
                .formatted(told.get(), listed.get(number - 1), Folders.INDEX));
      }
      if (!check(log, name, chain, given)) {
        return false;
      }
    }
    return true;
  }

  private boolean check(LogFolder log, String name, Chain chain, GivenKeys given) {
    var key = key(log, given);
    var refusal = chain.refusal(key, log.key());
    if (refusal.isPresent()) {
      return damaged(name, refusal.get());
    }
    // Here the keys beside the logs may be as wrong as the logs.
    Optional<String> vouching = Optional.empty();
    var walk = new FirstEntry(terminal.progress(name));
    return switch (LogAudit.of(new FolderSource(log), key).telling(walk).run()) {
      case Damaged(var damage) -> damaged(name, damage.message());
      case Sound sound -> {
        var broken = chain.breach(key, vouching, walk.firstEntry());
        if (broken.isPresent()) {
          yield damaged(name, broken.get());
        }
        chain.add(key, vouching, sound.checkpoint().checkpoint());
        terminal.verdict(
            Style.GREEN,
            "OK",
            "%s: %s entries, root %s, signed by %s%s"
                .formatted(name, sound.size(), sound.root(), key, given.caveat()));
        yield true;
      }
      case Paused _ -> throw new IllegalStateException("nobody asked for a slice");
    };
  }

  /// The key beside the log, or the one given where nothing lies beside it.
  private VerifierKey key(LogFolder log, GivenKeys given) {
    try {
      return log.key()
          .map(VerifierKey::parse)
          .or(given::first)
          .orElseThrow(() ->
              new UnusableInputException(
                  "no key lies beside the log in %s; give one with %s"
                      .formatted(log.path(), given.option())));
    } catch (MalformedException e) {
      throw new UnusableInputException("the key in " + log.path() + " is none: " + e.reason());
    }
  }

  private boolean damaged(String name, String reason) {
    terminal.verdict(Style.RED, "DAMAGED", name + ": " + reason);
    return false;
  }

  /// Remembers what a walk begins with.
  private static final class FirstEntry implements AuditListener {
    private final AuditListener progress;
    private byte @Nullable [] entry;

    private FirstEntry(AuditListener progress) {
      this.progress = progress;
    }

    private Optional<byte[]> firstEntry() {
      return Optional.ofNullable(entry);
    }

    @Override
    public void entry(LeafIndex index, byte[] bytes) {
      if (index.value() == 0) {
        entry = bytes;
      }
    }

    @Override
    public void progress(TreeSize audited, TreeSize size) {
      progress.progress(audited, size);
    }
  }
}
