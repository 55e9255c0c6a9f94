package dev.picturelock.cli.policy;

import dev.picturelock.cli.terminal.Ending;
import dev.picturelock.cli.terminal.SafeText;
import dev.picturelock.cli.terminal.Style;
import dev.picturelock.cli.terminal.UnusableInputException;
import dev.picturelock.contracts.policy.PolicyPackFiles;
import dev.picturelock.contracts.policy.PolicyPackName;
import dev.picturelock.policy.PolicyPackException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `picturelock packs check`: would a service start with this pack?
@Command(
    name = "check",
    description = {
      "Checks a policy pack under construction, as the services check it when they start:",
      "all three files are there and name this pack, every cell of the table parses, every rule has"
          + " its texts, and the pack's own self-test passes."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the pack can be installed",
      "1:it cannot; the message names rule and cell",
      "2:wrong usage, or no such folder"
    })
public final class PacksCheckCommand implements Callable<Integer> {

  @Spec @Nullable CommandSpec spec;

  @Parameters(paramLabel = "DIR/<id>/<version>", description = "the folder of the pack")
  String folder = "";

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  boolean help;

  PacksCheckCommand() {}

  @Override
  public Integer call() {
    var command = Ending.commandOf(spec);
    return Ending.of(command, () -> check(command.getOut()));
  }

  private boolean check(PrintWriter out) {
    var at = folder();
    var name = name(at);
    try {
      var pack = new PacksAtHand(PolicyPackFiles.only(at.resolve("../..").normalize())).load(name);
      out.println(
          "%s: %s has %d rules, its self-test passes, sha256 %s"
              .formatted(Style.GREEN.of("OK"), name, pack.rules().size(), pack.ref().sha256()));
      return true;
    } catch (PolicyPackException fault) {
      out.println(SafeText.of(String.valueOf(fault.getMessage())));
      return false;
    }
  }

  private Path folder() {
    try {
      var path = Path.of(folder).toAbsolutePath().normalize();
      if (Files.isDirectory(path) && path.getNameCount() > 2) {
        return path;
      }
    } catch (InvalidPathException _) {
      // answered below, together with what is no folder
    }
    throw new UnusableInputException("there is no folder " + folder);
  }

  private static PolicyPackName name(Path at) {
    var id = at.getName(at.getNameCount() - 2);
    return PolicyPackName.parse(id + "@" + at.getFileName())
        .orElseThrow(() ->
            new UnusableInputException(
                "a pack lies in <id>/<version>, for instance house-rules/1.0.0, and not in %s/%s"
                    .formatted(id, at.getFileName())));
  }
}
