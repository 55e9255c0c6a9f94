package dev.picturelock.cli.policy;

import dev.picturelock.cli.terminal.ExitCode;
import dev.picturelock.cli.terminal.SafeText;
import dev.picturelock.cli.terminal.UnusableInputException;
import dev.picturelock.policy.PolicyPackException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `picturelock packs`: which rule books are at hand.
@Command(
    name = "packs",
    description = "Lists the installed policy packs with the SHA-256 of their rules.",
    subcommands = PacksCheckCommand.class,
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:listed", "2:wrong usage, or a folder that cannot be read"})
public final class PacksCommand implements Callable<Integer> {

  @Spec @Nullable CommandSpec spec;

  @Mixin PackOptions packs = new PackOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  boolean help;

  PacksCommand() {}

  @Override
  public Integer call() {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the command before it calls it");
    }
    var command = spec.commandLine();
    try {
      var installed = new PacksAtHand(packs.files());
      var standard = installed.standard();
      for (var name : installed.names()) {
        command
            .getOut()
            .println(
                "%s  sha256 %s%s"
                    .formatted(
                        name, installed.sha256(name), name.equals(standard) ? "  standard" : ""));
      }
      return ExitCode.OK;
    } catch (UnusableInputException e) {
      command.getErr().println("picturelock packs: " + SafeText.of(e.reason()));
    } catch (PolicyPackException e) {
      command.getErr().println("picturelock packs: " + SafeText.of(String.valueOf(e.getMessage())));
    }
    return ExitCode.UNUSABLE;
  }
}
