package dev.picturelock.endtoend;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./crash-campaign`: a stack of its own is broken under load, round after round.
@Command(
    name = "crash-campaign",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Starts a stack of its own on free ports, puts it under load and breaks it: services, the"
          + " database and the broker are killed, stopped and held up. After each round every log"
          + " is read and hashed again, every checkpoint ever seen must be a beginning of what is"
          + " there, and every accepted event must be in its log exactly once.",
      "",
      "Ends with 1 when anything was violated; the data folder is kept then, with all logs."
    })
final class CrashCampaign implements Callable<Integer> {

  private static final int ANEW_EVERY = 10;
  private static final List<String> TITLES =
      List.of("campaign-1", "campaign-2", "campaign-3", "campaign-4");

  @Option(names = "--rounds", defaultValue = "100", description = "default: ${DEFAULT-VALUE}")
  private int rounds = 100;

  @Option(
      names = "--data",
      description =
          "folder of the stack, emptied first; default: one below end-to-end-tests/target")
  private Path data = RunningStack.TARGET.resolve("crash-campaign");

  @Option(names = "--seed", description = "decides on faults and moments; default: the time")
  private @Nullable Long seed;

  @Option(
      names = "--rate",
      defaultValue = "100",
      description = "registrations per second under load, default: ${DEFAULT-VALUE}")
  private int rate = 100;

  @Option(
      names = "--faults",
      split = ",",
      description = "only some of ${COMPLETION-CANDIDATES}; default: all")
  private List<Fault> faults = Arrays.asList(Fault.values());

  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new CrashCampaign())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setUsageHelpAutoWidth(true)
            .execute(arguments));
  }

  @Override
  public Integer call() {
    long chosen = seed == null ? InstantSource.system().millis() : seed;
    System.out.printf("Seed %d, %d rounds, data in %s%n", chosen, rounds, data);
    var tally = new Tally(System.out, rounds + 1);
    var stack = RunningStack.withoutDemo(data);
    stack.startAfresh();
    try (var campaign = new Campaign(stack, TITLES, rate, chosen)) {
      var next = new Faults(possible(), chosen);
      for (int i = 1; i <= rounds && stack.isReady(); i++) {
        tally.add(campaign.round(next.next()));
        if (i % ANEW_EVERY == 0 || i == rounds) {
          tally.readAnew(campaign.readAnew());
        }
      }
      if (SecondProvenance.isPossible()) {
        tally.add(campaign.redelivery());
        tally.readAnew(campaign.readAnew());
      } else {
        System.out.println("SKIPPED: the redelivery, which needs /proc");
      }
    } finally {
      stack.stop();
    }
    tally.printByFault();
    System.out.println(tally.isSound() ? "Every round was sound." : "VIOLATED; see " + data);
    return tally.isSound() ? 0 : 1;
  }

  private List<Fault> possible() {
    faults.stream()
        .filter(fault -> !Blows.isPossible(fault))
        .forEach(fault -> System.out.printf("SKIPPED: %s, which needs prlimit and /proc%n", fault));
    return faults.stream().filter(Blows::isPossible).toList();
  }
}
