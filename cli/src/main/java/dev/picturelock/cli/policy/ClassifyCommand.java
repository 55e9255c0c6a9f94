package dev.picturelock.cli.policy;

import dev.picturelock.cli.terminal.Ending;
import dev.picturelock.cli.terminal.Inputs;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `picturelock classify`: what a policy pack says to an event, without asking anybody.
@Command(
    name = "classify",
    description = {
      "Decides offline what an event needs, or repeats a decision on record.",
      "",
      "For use.reported, use.amended and asset.registered: tier, required actions and rules by the"
          + " pack the event names. For use.classified and asset.classified: decides the recorded"
          + " facts again by the recorded pack and says REPRODUCED or DIFFERENT. The event's bytes"
          + " come from GET /v1/titles/<title>/events/<id>."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:decided, and the same as recorded where something was",
      "1:different from what was recorded; the differences are named",
      "2:wrong usage, an input that cannot be read or classified, or a pack that is not installed"
    })
public final class ClassifyCommand implements Callable<Integer> {

  @Spec @Nullable CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  Input input = new Input();

  @Mixin PackOptions packs = new PackOptions();

  @Option(
      names = "--pack",
      paramLabel = "ID[@VERSION]",
      description = "decide by this pack instead of the one that is named")
  @Nullable String pack;

  @Option(names = "--json", description = "print the result as canonical JSON")
  boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  boolean help;

  ClassifyCommand() {}

  @Override
  public Integer call() {
    var command = Ending.commandOf(spec);
    return Ending.of(command, () -> PackFault.told(() -> classify(command.getOut())));
  }

  private boolean classify(PrintWriter out) {
    var answer = Answer.to(question(), new PacksAtHand(packs.files()), pack);
    out.println(json ? AnswerReport.json(answer) : AnswerReport.words(answer));
    return answer.isReproduced();
  }

  private Question question() {
    var inputs = new Inputs(System.in);
    if (input.event != null) {
      return Question.ofEvent(JsonDocument.read("the event", inputs.bytes("event", input.event)));
    }
    if (input.facts != null) {
      return Question.ofFacts(
          JsonDocument.read("the facts", inputs.bytes("file of facts", input.facts)));
    }
    throw new IllegalStateException("picocli wants one of the two");
  }

  /// One of the two.
  static final class Input {
    @Option(
        names = "--event",
        paramLabel = "FILE",
        description = "the event's bytes exactly as the ledger gave them, or -")
    @Nullable String event;

    @Option(
        names = "--facts",
        paramLabel = "FILE",
        description = "facts alone, or {\"facts\": …, \"policyPack\": …} as for a preview, or -")
    @Nullable String facts;
  }
}
