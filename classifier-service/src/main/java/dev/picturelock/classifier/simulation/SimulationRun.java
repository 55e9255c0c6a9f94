package dev.picturelock.classifier.simulation;

import dev.picturelock.contracts.event.Event;
import dev.picturelock.contracts.event.PolicyPackRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// One simulation under way; holds one batch of events and no more. For one thread.
public final class SimulationRun implements AutoCloseable {
  // A relay that died between sending and noting it sends its last batch again.
  private static final int REMEMBERED_IDS = 10_000;

  private final Question question;
  private final PolicyPackRef pack;
  private final Function<Event, Optional<Finding>> whatIf;
  private final Past.Reading past;
  private final Runnable end;
  private final LinkedHashSet<UUID> seen = new LinkedHashSet<>();
  private Tally tally = Tally.NONE;

  /// - **whatIf** what to say about an event; nothing for one that is never judged
  /// - **end** what to do once the run is closed
  public SimulationRun(
      Question question,
      PolicyPackRef pack,
      Function<Event, Optional<Finding>> whatIf,
      Past.Reading past,
      Runnable end) {
    this.question = question;
    this.pack = pack;
    this.whatIf = whatIf;
    this.past = past;
    this.end = end;
  }

  /// Findings among the next events, perhaps none; empty when the past is over.
  ///
  /// - **Errors:** [PastUnavailableException]
  public Optional<List<Finding>> next() {
    return past.next().map(this::findings);
  }

  /// What was counted so far, and of the whole once the past is over.
  public Tally tally() {
    return tally;
  }

  /// The pack that is tried.
  public PolicyPackRef pack() {
    return pack;
  }

  public String titleId() {
    return question.titleId();
  }

  @Override
  public void close() {
    try {
      past.close();
    } finally {
      end.run();
    }
  }

  private List<Finding> findings(List<Past.Told> batch) {
    var findings = new ArrayList<Finding>();
    for (var told : batch) {
      finding(told)
          .ifPresent(finding -> {
            tally = tally.with(finding);
            if (question.all() || !(finding instanceof Finding.Judged judged) || judged.changed()) {
              findings.add(finding);
            }
          });
    }
    return findings;
  }

  private Optional<Finding> finding(Past.Told told) {
    return switch (told) {
      // Has no time to be asked for and no id to be known by; passing it over would hide it.
      case Past.Told.Unreadable(String reason) -> {
        tally = tally.event();
        yield Optional.of(new Finding.Undecidable(null, null, null, reason));
      }
      case Past.Told.Said(Event event) when isAskedFor(event.time()) && isNew(event.id()) -> {
        tally = tally.event();
        yield whatIf.apply(event);
      }
      case Past.Told.Said _ -> Optional.empty();
    };
  }

  private boolean isAskedFor(Instant time) {
    return (question.from() == null || !time.isBefore(question.from()))
        && (question.to() == null || time.isBefore(question.to()));
  }

  private boolean isNew(UUID id) {
    if (!seen.add(id)) {
      return false;
    }
    if (seen.size() > REMEMBERED_IDS) {
      seen.removeFirst();
    }
    return true;
  }
}
