package dev.picturelock.cli.verify;

import dev.picturelock.cli.terminal.ExitCode;
import dev.picturelock.cli.terminal.Inputs;
import dev.picturelock.cli.terminal.KeyInput;
import dev.picturelock.cli.terminal.SafeText;
import dev.picturelock.cli.terminal.UnusableInputException;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `picturelock verify`: is this event, byte for byte, in the log whose key this is?
@Command(
    name = "verify",
    description = {
      "Checks offline that an event is in a ledger.",
      "",
      "Needs the receipt (a C2SP tlog-proof), the exact bytes of the event, and the ledger's"
          + " verifier key from a source you trust. Asks nobody, least of all the ledger."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:every step holds",
      "1:not verified; the first step that failed is named",
      "2:wrong usage, or an input that cannot be read"
    })
public final class VerifyCommand implements Callable<Integer> {

  @Spec @Nullable CommandSpec spec;

  @Parameters(paramLabel = "RECEIPT", description = "the receipt, a .tlog-proof file, or -")
  String receipt = "";

  @Option(
      names = "--event",
      required = true,
      paramLabel = "FILE",
      description = "the event's bytes exactly as the ledger gave them, or -")
  String event = "";

  @Option(
      names = "--key",
      required = true,
      paramLabel = "VKEY|FILE",
      description = "the ledger's verifier key (name+id+base64), a file that holds it, or -")
  String key = "";

  @Option(
      names = "--origin",
      paramLabel = "ORIGIN",
      description = "the ledger's origin, if it is not the name of its key")
  @Nullable String origin;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  boolean help;

  @Option(names = "--json", description = "print the result as JSON")
  boolean json;

  VerifyCommand() {}

  @Override
  public Integer call() {
    var command = commandSpec().commandLine();
    if (Stream.of(receipt, event, key).filter(Inputs.STANDARD_INPUT::equals).count() > 1) {
      throw new ParameterException(command, "only one input can be - (standard input)");
    }
    Verification verification;
    try {
      var inputs = new Inputs(System.in);
      var verifierKey = KeyInput.read(inputs, key);
      verification =
          Verification.of(
              inputs.bytes("receipt", receipt),
              inputs.bytes("event", event),
              verifierKey,
              origin == null ? verifierKey.name() : origin);
    } catch (UnusableInputException e) {
      command.getErr().println("picturelock verify: " + SafeText.of(e.reason()));
      return ExitCode.UNUSABLE;
    }
    command.getOut().println(json ? Report.json(verification) : Report.words(verification));
    return verification.holds() ? ExitCode.OK : ExitCode.NOT_VERIFIED;
  }

  private CommandSpec commandSpec() {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the command before it calls it");
    }
    return spec;
  }
}
