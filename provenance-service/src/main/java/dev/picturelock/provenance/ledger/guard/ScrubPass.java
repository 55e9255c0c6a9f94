package dev.picturelock.provenance.ledger.guard;

import dev.picturelock.provenance.ledger.log.Head;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// One walk through all logs, as it goes on.
public final class ScrubPass {
  private final long number;
  private final Instant since;
  private final long logs;
  private final long of;
  private final AtomicLong entries = new AtomicLong();
  private final List<Finding> findings = new CopyOnWriteArrayList<>();

  ScrubPass(long number, Instant since, Collection<Head> heads) {
    this.number = number;
    this.since = since;
    this.logs = heads.size();
    this.of = heads.stream().mapToLong(head -> head.size().value()).sum();
  }

  /// - **until** null while it runs
  /// - **of** how many entries there were when it began
  public record State(
      long number,
      Instant since,
      @Nullable Instant until,
      long logs,
      long entries,
      long of,
      List<Finding> findings) {
    public State {
      findings = List.copyOf(findings);
    }
  }

  /// How many there are now.
  long add(long audited) {
    return entries.addAndGet(audited);
  }

  void add(Finding finding) {
    findings.add(finding);
  }

  State state(@Nullable Instant until) {
    return new State(number, since, until, logs, entries.get(), of, findings);
  }
}
