package dev.picturelock.cli.receipt;

import dev.picturelock.cli.terminal.Ending;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `picturelock receipt`: receipts and the ledger they came from.
@Command(
    name = "receipt",
    description = "Brings receipts up to date.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = RefreshCommand.class)
public final class ReceiptCommand implements Runnable {

  @Spec @Nullable CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  boolean help;

  ReceiptCommand() {}

  @Override
  public void run() {
    throw new ParameterException(Ending.commandOf(spec), "say what to do: refresh");
  }
}
