package dev.picturelock.cli.verify;

import dev.picturelock.cli.terminal.Ending;
import dev.picturelock.cli.terminal.Inputs;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
          + " verifier key from a source you trust. Asks nobody, least of all the ledger.",
      "",
      "With --anchor also that the log of logs, which independent witnesses watch, commits to the"
          + " receipt's checkpoint: whoever was shown another history of this ledger can prove it.",
      "",
      "A .zip with the receipts of a cut is checked as a whole and needs the key only."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:every step holds",
      "1:not verified; the first step that failed is named",
      "2:wrong usage, or an input that cannot be read"
    })
public final class VerifyCommand implements Callable<Integer> {

  @Spec @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "RECEIPT",
      description = "the receipt, a .tlog-proof file, or -; or a .zip of them")
  String receipt = "";

  @Option(
      names = "--event",
      paramLabel = "FILE",
      description = "the event's bytes exactly as the ledger gave them, or -")
  @Nullable String event;

  @Option(
      names = "--all",
      paramLabel = "ZIP",
      description = "the receipts of a cut; every receipt in it is checked")
  @Nullable String all;

  @Mixin TrustOptions trust = new TrustOptions();

  @Mixin AnchorOptions anchored = new AnchorOptions();

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
    checkUsage();
    return Ending.of(
        Ending.commandOf(spec),
        () -> {
          var inputs = new Inputs(System.in);
          return archive().isEmpty() ? verifyOne(inputs) : verifyAll(inputs, archive());
        });
  }

  private boolean verifyOne(Inputs inputs) {
    var believed = trust.read(inputs);
    var receiptBytes = inputs.bytes("receipt", receipt);
    var eventBytes = inputs.bytes("event", String.valueOf(event));
    var anchor = anchored.anchor;
    var verification =
        anchor == null
            ? Verification.of(receiptBytes, eventBytes, believed)
            : AnchorVerification.of(
                Verification.of(receiptBytes, eventBytes, believed.withoutPolicy()),
                inputs.bytes("anchor", anchor),
                believed,
                believed.aboutLogOfLogs(anchored.key(inputs)));
    print(json ? Report.json(verification) : Report.words(verification));
    return verification.holds();
  }

  private boolean verifyAll(Inputs inputs, String zip) {
    var verification = ArchiveVerification.of(zip, trust.read(inputs));
    print(json ? ArchiveReport.json(verification) : ArchiveReport.words(verification));
    return verification.holds();
  }

  private void checkUsage() {
    Stream.of(trust.misuse(), anchored.misuse(trust))
        .flatMap(Stream::ofNullable)
        .findFirst()
        .ifPresent(misuse -> {
          throw misused(misuse);
        });
    if (archive().isEmpty() && (receipt.isEmpty() || event == null)) {
      throw misused("want RECEIPT and --event FILE, or --all ZIP");
    }
    if (!archive().isEmpty() && anchored.anchor != null) {
      throw misused("an anchor belongs to one receipt, and a ZIP holds many");
    }
    if (!archive().isEmpty() && (event != null || (all != null && !receipt.isEmpty()))) {
      throw misused("a ZIP holds its events and receipts itself; give it alone");
    }
    var inputs =
        Stream.of(Stream.of(receipt, String.valueOf(event)), trust.inputs(), anchored.inputs())
            .flatMap(Function.identity());
    if (inputs.filter(Inputs.STANDARD_INPUT::equals).count() > 1) {
      throw misused("only one input can be - (standard input)");
    }
  }

  /// The file with many receipts, or nothing.
  private String archive() {
    if (all != null) {
      return all;
    }
    return event == null && receipt.toLowerCase(Locale.ROOT).endsWith(".zip") ? receipt : "";
  }

  private void print(String report) {
    Ending.commandOf(spec).getOut().println(report);
  }

  private ParameterException misused(String why) {
    return new ParameterException(Ending.commandOf(spec), why);
  }
}
