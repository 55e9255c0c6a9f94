package dev.picturelock.classifier.simulation.http;

import dev.picturelock.classifier.simulation.Finding;
import dev.picturelock.classifier.simulation.SimulationRun;
import dev.picturelock.classifier.simulation.Verdict;
import dev.picturelock.contracts.event.PolicyPackRef;
import dev.picturelock.kit.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One line of an answer.
sealed interface SimulationLine {

  static SimulationLine of(Finding finding) {
    return switch (finding) {
      case Finding.Judged judged -> JudgedLine.of(judged);
      case Finding.Undecidable(var id, var subject, var time, String reason) ->
          new UndecidableLine(id, subject, time, reason);
    };
  }

  /// - **tier** raised, lowered or same
  /// - **changed** false only where all events were asked for
  record JudgedLine(
      UUID eventId,
      String subject,
      Instant time,
      boolean changed,
      String tier,
      Verdict before,
      Verdict after,
      List<String> actionsAdded,
      List<String> actionsRemoved,
      List<String> rulesAdded,
      List<String> rulesRemoved)
      implements SimulationLine {
    private static JudgedLine of(Finding.Judged judged) {
      int direction = judged.direction();
      return new JudgedLine(
          judged.eventId(),
          judged.subject(),
          judged.time(),
          judged.changed(),
          direction == 0 ? "same" : direction > 0 ? "raised" : "lowered",
          judged.before(),
          judged.after(),
          judged.actionsAdded(),
          judged.actionsRemoved(),
          judged.rulesAdded(),
          judged.rulesRemoved());
    }
  }

  /// - **eventId**, **subject**, **time** absent for a record that is no event
  record UndecidableLine(
      @Nullable UUID eventId, @Nullable String subject, @Nullable Instant time, String undecidable)
      implements SimulationLine {}

  /// The last line of an answer that is whole.
  record SummaryLine(Summary summary) implements SimulationLine {}

  /// The last line of an answer that broke off.
  record ErrorLine(Problem error) implements SimulationLine {}

  /// - **events** of the title in the time asked for, of every type, each once, and records that
  ///   are no event, which have no time
  /// - **classified** = unchanged + changed; raised and lowered are among the changed
  record Summary(
      String title,
      PolicyPackRef policyPack,
      long events,
      long classified,
      long unchanged,
      long changed,
      long raised,
      long lowered,
      long undecidable) {
    static Summary of(SimulationRun run) {
      var tally = run.tally();
      return new Summary(
          run.titleId(),
          run.pack(),
          tally.events(),
          tally.classified(),
          tally.unchanged(),
          tally.changed(),
          tally.raised(),
          tally.lowered(),
          tally.undecidable());
    }
  }
}
