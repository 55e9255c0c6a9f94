package dev.picturelock.cli.log;

import dev.picturelock.cli.api.OutageException;
import dev.picturelock.cli.terminal.Ending;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `picturelock log mirror`: a static copy that follows the log.
@Command(
    name = "mirror",
    description = {
      "Keeps a folder as `log export` makes it up to date with the service, until Ctrl-C.",
      "",
      "An outage of the service is waited out. A log that is damaged or has another past than the"
          + " folder ends the mirror, and the folder stays as it was: it is evidence."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:with --once: the folder holds what the service has",
      "1:refused; the log is damaged or has another past than the folder",
      "2:wrong usage, no right to read, or with --once no connection"
    })
public final class LogMirrorCommand implements Callable<Integer> {

  @Spec @Nullable CommandSpec spec;

  @Mixin CopyOptions options = new CopyOptions();

  @Option(
      names = "--every",
      paramLabel = "TIME",
      defaultValue = "10s",
      converter = TimeSpan.class,
      description = "how long to rest between two looks, like 500ms, 10s or 5m (default: 10s)")
  Duration every = Duration.ofSeconds(10);

  @Option(names = "--once", description = "look once and end")
  boolean once;

  LogMirrorCommand() {}

  @Override
  public Integer call() {
    var command = Ending.commandOf(spec);
    var stop = Stop.bySignal();
    try {
      var terminal = new Terminal(command.getOut(), command.getErr(), stop);
      return Ending.of(
          command,
          () -> {
            var copies = options.copies(terminal);
            try (var _ = FolderLock.on(options.folder())) {
              return once ? look(copies, true) : follow(copies, terminal, stop);
            }
          });
    } finally {
      stop.done();
    }
  }

  private boolean follow(List<SetCopy> copies, Terminal terminal, Stop stop) {
    boolean first = true;
    boolean away = false;
    while (true) {
      try {
        if (!look(copies, first)) {
          return false;
        }
        if (away) {
          terminal.warn("the service is there again");
        }
        first = false;
        away = false;
      } catch (OutageException e) {
        if (!away) {
          terminal.warn(e.reason());
          terminal.warn("the folder stays as it is; trying again until the service answers");
        }
        away = true;
      }
      stop.rest(every);
    }
  }

  private static boolean look(List<SetCopy> copies, boolean always) {
    return copies.stream().allMatch(copy -> copy.run(always));
  }
}
