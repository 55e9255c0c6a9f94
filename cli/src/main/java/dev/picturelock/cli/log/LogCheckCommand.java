package dev.picturelock.cli.log;

import dev.picturelock.cli.terminal.Ending;
import dev.picturelock.cli.terminal.Inputs;
import dev.picturelock.cli.terminal.KeyInput;
import dev.picturelock.cli.terminal.UnusableInputException;
import dev.picturelock.tlog.note.VerifierKey;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `picturelock log check`: is this copy whole?
@Command(
    name = "check",
    description = {
      "Checks a copied log offline: signature, every entry, every tile, the root, and that each log"
          + " follows the one before it. Names the first thing that is not as it should be."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:everything holds",
      "1:something does not; it is named",
      "2:wrong usage, or there is no log"
    })
public final class LogCheckCommand implements Callable<Integer> {

  @Spec @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "DIR",
      description = "a folder made by `log export`, or one with a single static log")
  String folder = "";

  @Option(
      names = "--key",
      paramLabel = "VKEY|FILE",
      description = {
        "verifier key of the first log from a source you trust, or a file that holds it; later keys"
            + " follow from it, but for one whose predecessor was stolen: give that one too. Without any"
            + " the key beside the log is used, which shows damage, but not who signed"
      })
  List<String> keys = new ArrayList<>();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  boolean help;

  LogCheckCommand() {}

  @Override
  public Integer call() {
    var command = Ending.commandOf(spec);
    var terminal = new Terminal(command.getOut(), command.getErr(), new Stop());
    return Ending.of(command, () -> new FolderCheck(path(), keys(), terminal).run());
  }

  private Path path() {
    try {
      return Path.of(folder).toAbsolutePath().normalize();
    } catch (InvalidPathException _) {
      throw new UnusableInputException("not a folder: " + folder);
    }
  }

  private List<VerifierKey> keys() {
    var inputs = new Inputs(System.in);
    return keys.stream().map(key -> KeyInput.read(inputs, key)).toList();
  }
}
