package dev.picturelock.cli.receipt;

import dev.picturelock.cli.api.ApiOptions;
import dev.picturelock.cli.receipt.Refreshed.Ended;
import dev.picturelock.cli.receipt.Refreshed.Forked;
import dev.picturelock.cli.receipt.Refreshed.Newer;
import dev.picturelock.cli.receipt.Refreshed.NotCarriedOn;
import dev.picturelock.cli.receipt.Refreshed.NotVerified;
import dev.picturelock.cli.receipt.Refreshed.Unproven;
import dev.picturelock.cli.terminal.Ending;
import dev.picturelock.cli.terminal.Inputs;
import dev.picturelock.cli.terminal.KeyInput;
import dev.picturelock.cli.terminal.UnusableInputException;
import dev.picturelock.contracts.event.TitleId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `picturelock receipt refresh`: the same event under the ledger's newest checkpoint.
@Command(
    name = "refresh",
    description = {
      "Fetches a receipt under the ledger's newest checkpoint.",
      "",
      "Believes neither receipt: both are verified, and the ledger's tiles must prove that the newer"
          + " tree extends the older one. A ledger that has changed its past is caught here. Where the"
          + " log has ended because its key was changed, the next one must go on from its end."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the receipt is up to date",
      "1:refused; a receipt does not hold, or the ledger has not only grown",
      "2:wrong usage, an input that cannot be read, no right to read, or no connection"
    })
public final class RefreshCommand implements Callable<Integer> {

  /// Added to the name of a receipt that contradicts the one at hand.
  private static final String CONFLICT = ".conflict";

  @Spec @Nullable CommandSpec spec;

  @Parameters(paramLabel = "RECEIPT", description = "the receipt at hand, a .tlog-proof file")
  String receipt = "";

  @Option(
      names = "--event",
      required = true,
      paramLabel = "FILE",
      description = "the event's bytes exactly as the ledger gave them")
  String event = "";

  @Option(names = "--title", required = true, paramLabel = "T", description = "the event's title")
  String title = "";

  @Option(
      names = "--key",
      required = true,
      paramLabel = "VKEY|FILE",
      description = "the ledger's verifier key (name+id+base64), or a file that holds it")
  String key = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "where the newer receipt goes; RECEIPT itself if not said")
  @Nullable String output;

  @Mixin ApiOptions options = new ApiOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  boolean help;

  RefreshCommand() {}

  @Override
  public Integer call() {
    var command = Ending.commandOf(spec);
    return Ending.of(
        command,
        () -> {
          var refreshed = refresh();
          command.getOut().println(RefreshReport.words(refreshed, kept(refreshed)));
          return refreshed instanceof Newer || refreshed instanceof Ended;
        });
  }

  private Refreshed refresh() {
    if (!TitleId.isOne(title)) {
      throw new UnusableInputException("'" + title + "' cannot be the name of a title");
    }
    var inputs = new Inputs(System.in);
    var verifierKey = KeyInput.read(inputs, key);
    byte[] before = inputs.bytes("receipt", receipt);
    byte[] entry = inputs.bytes("event", event);
    var ledger = new ServedLedger(options.api(), title, verifierKey);
    return new Refresh(ledger, verifierKey).of(before, entry);
  }

  /// Writes what is worth keeping, never over the receipt it contradicts; answers where it is.
  private String kept(Refreshed refreshed) {
    var target = output == null ? receipt : output;
    return switch (refreshed) {
      case Newer newer -> written(target, newer.receipt());
      case Forked forked -> written(target + CONFLICT, forked.receipt());
      case Ended ended -> written(target, ended.newer().receipt());
      case NotVerified _, Unproven _, NotCarriedOn _ -> "";
    };
  }

  private static String written(String target, byte[] bytes) {
    try {
      var file = Path.of(target).toAbsolutePath();
      var draft = file.resolveSibling(file.getFileName() + ".new");
      Files.write(draft, bytes);
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      return target;
    } catch (IOException | InvalidPathException e) {
      throw new UnusableInputException("cannot write " + target + ": " + e.getMessage());
    }
  }
}
