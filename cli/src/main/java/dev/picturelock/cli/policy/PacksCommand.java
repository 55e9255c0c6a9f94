package dev.picturelock.cli.policy;

import dev.picturelock.cli.terminal.Ending;
import java.io.PrintWriter;
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
    var command = Ending.commandOf(spec);
    return Ending.of(command, () -> PackFault.told(() -> list(command.getOut())));
  }

  private boolean list(PrintWriter out) {
    var installed = new PacksAtHand(packs.files());
    var standard = installed.standard();
    for (var name : installed.names()) {
      var mark = name.equals(standard) ? "  standard" : "";
      out.println("%s  sha256 %s%s".formatted(name, installed.sha256(name), mark));
    }
    return true;
  }
}
