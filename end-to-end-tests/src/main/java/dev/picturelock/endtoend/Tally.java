package dev.picturelock.endtoend;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// The rounds so far, told line by line and at the end by the kind of fault.
final class Tally {

  private static final int SHOWN = 10;

  private final PrintStream out;
  private final int planned;
  private final List<Round> rounds = new ArrayList<>();
  private boolean damaged;

  Tally(PrintStream out, int planned) {
    this.out = out;
    this.planned = planned;
  }

  void add(Round round) {
    rounds.add(round);
    print(
        "%3d/%d  %-18s  recovered in %5.1f s  %6d accepted  %6d entries  %s"
            .formatted(
                rounds.size(),
                planned,
                round.fault(),
                seconds(round.recovery()),
                round.accepted(),
                round.entries(),
                round.isSound() ? "sound" : "VIOLATED"));
    tell(round.violations());
  }

  /// What came of reading all logs from their first entries.
  void readAnew(List<String> violations) {
    print("         all logs read anew: " + (violations.isEmpty() ? "sound" : "VIOLATED"));
    tell(violations);
    damaged |= !violations.isEmpty();
  }

  boolean isSound() {
    return !damaged && rounds.stream().allMatch(Round::isSound);
  }

  private void tell(List<String> violations) {
    violations.stream().limit(SHOWN).map("      "::concat).forEach(this::print);
    if (violations.size() > SHOWN) {
      print("      and %d more".formatted(violations.size() - SHOWN));
    }
  }

  void printByFault() {
    print(
        "%n%-18s %6s %8s  %9s %9s  %9s %9s"
            .formatted("fault", "rounds", "violated", "p50 s", "max s", "accepted", "entries"));
    for (var fault : new TreeSet<>(rounds.stream().map(Round::fault).toList())) {
      line(fault, rounds.stream().filter(round -> round.fault().equals(fault)).toList());
    }
    line("all", rounds);
  }

  private void line(String name, List<Round> some) {
    var recoveries = some.stream().map(Round::recovery).sorted().toList();
    print(
        "%-18s %6d %8d  %9.1f %9.1f  %9d %9d"
            .formatted(
                name,
                some.size(),
                some.stream().filter(round -> !round.isSound()).count(),
                seconds(recoveries.get(recoveries.size() / 2)),
                seconds(recoveries.getLast()),
                some.stream().mapToInt(Round::accepted).sum(),
                some.stream().mapToLong(Round::entries).sum()));
  }

  private void print(String line) {
    out.println(line);
    out.flush();
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1e3;
  }
}
