package dev.picturelock.cli.log;

import dev.picturelock.cli.log.Listing.Item;
import dev.picturelock.cli.log.LogCopy.Result;
import dev.picturelock.cli.terminal.Style;
import dev.picturelock.tlog.audit.AuditResult.Sound;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Copies all logs of a title, oldest first, and stops at the first that is not as it should be.
final class SetCopy {

  private final LogSet set;
  private final GivenKeys given;
  private final DurableFiles files;
  private final Terminal terminal;

  SetCopy(LogSet set, GivenKeys given, DurableFiles files, Terminal terminal) {
    this.set = set;
    this.given = given;
    this.files = files;
    this.terminal = terminal;
  }

  /// Whether the folder now holds what the service has.
  ///
  /// - **always** audit what is here from its first entry, and tell of logs that have nothing new,
  ///   too
  boolean run(boolean always) {
    var listing = set.listing();
    var here = Folders.numbers(set.folder());
    if (!here.isEmpty() && here.getLast() > listing.items().size()) {
      return refused(
          "%s %d is here, and the service has only %d: it was rolled back"
              .formatted(set.what(), here.getLast(), listing.items().size()));
    }
    var chain = new Chain(given);
    for (var item : listing.items()) {
      if (!copy(item, chain, always)) {
        return false;
      }
    }
    writeIndex(listing);
    return true;
  }

  private boolean copy(Item item, Chain chain, boolean always) {
    var name = set.what() + " " + item.log();
    var folder = new LogFolder(set.folder().resolve(String.valueOf(item.log())), files);
    var pinned = folder.key();
    var refusal = chain.refusal(item.key(), pinned);
    if (refusal.isPresent()) {
      return refused(name + ": " + refusal.get());
    }
    var copy =
        new LogCopy(
            set.served(item.log()),
            folder,
            item.key(),
            firstEntry -> chain.breach(item.key(), pinned, firstEntry),
            terminal.progress(name));
    return switch (copy.run(always)) {
      case Result.Refused(var reason) -> refused(name + ": " + reason);
      case Result.Copied copied -> {
        if (chain.isFirstContact(pinned)) {
          terminal.warn(name + ": nobody but the service vouches for its key " + item.key());
        }
        copied
            .repaired()
            .ifPresent(damage ->
                terminal.warn(
                    name + ": what was here did not hold, all is fetched anew: " + damage));
        chain.add(item.key(), pinned, copied.log().checkpoint().checkpoint());
        tell(name, copied, folder, always);
        yield true;
      }
    };
  }

  private void tell(String name, Result.Copied copied, LogFolder folder, boolean always) {
    Sound log = copied.log();
    long added = log.size().value() - copied.before().value();
    if (always || added > 0) {
      terminal.verdict(
          Style.GREEN,
          "OK",
          "%s: %s entries (%d new), root %s, in %s"
              .formatted(name, log.size(), added, log.root(), folder.path()));
    }
  }

  private boolean refused(String reason) {
    terminal.verdict(Style.RED, "REFUSED", reason);
    return false;
  }

  private void writeIndex(Listing listing) {
    byte[] index = listing.index();
    Path target = set.folder().resolve(Folders.INDEX);
    Path temporary = set.folder().resolve("." + Folders.INDEX);
    try {
      if (!Files.exists(target) || !Arrays.equals(Files.readAllBytes(target), index)) {
        files.write(temporary, index);
        files.move(temporary, target);
        files.force(set.folder());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + target, e);
    }
  }
}
