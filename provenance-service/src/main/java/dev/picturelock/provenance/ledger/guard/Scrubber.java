package dev.picturelock.provenance.ledger.guard;

import dev.picturelock.provenance.ledger.log.Head;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Audits all logs of all titles over and over: every entry hashed again, every tile rebuilt, every
/// root held against its signature and against what was released. What it finds shuts the gate.
@ApplicationScoped
public class Scrubber {
  private static final Logger LOG = Logger.getLogger(Scrubber.class);
  private static final Duration AFTER_AN_OUTAGE = Duration.ofSeconds(5);

  private final HeadCheck check;
  private final Protection protection;
  private final LostLogs lost;
  private final LogScrub scrub;
  private final Alarms alarms;
  private final InstantSource clock;
  private final Duration period;
  private final ScrubProgress progress;
  private final Pace pace = new Pace();
  private final AtomicLong entriesEver = new AtomicLong();

  private volatile @Nullable ScrubPass running;
  private volatile ScrubPass.@Nullable State last;

  Scrubber(
      HeadCheck check,
      Protection protection,
      LostLogs lost,
      LogScrub scrub,
      Alarms alarms,
      InstantSource clock,
      GuardConfig config) {
    this.check = check;
    this.protection = protection;
    this.lost = lost;
    this.scrub = scrub;
    this.alarms = alarms;
    this.clock = clock;
    this.period = config.scrubPeriod();
    this.progress = new ScrubProgress(clock, period);
  }

  /// The pass that is under way.
  public Optional<ScrubPass.State> running() {
    return Optional.ofNullable(running).map(pass -> pass.state(null));
  }

  /// The newest pass that went through to its end.
  public Optional<ScrubPass.State> last() {
    return Optional.ofNullable(last);
  }

  /// Since when no pass gets through, if that is for too long.
  public Optional<Instant> stuckSince() {
    return progress.stuckSince();
  }

  /// Entries audited since the start of the process.
  public long entriesEver() {
    return entriesEver.get();
  }

  /// Asks for a pass without rests, which begins now or when the one under way is through. Returns
  /// its number.
  public long request() {
    return pace.ask();
  }

  /// Goes on until [#shutDown].
  public void run() {
    while (!pace.isOver()) {
      long began = System.nanoTime();
      try {
        var _ = pass();
        pace.rest(period.minusNanos(System.nanoTime() - began));
      } catch (RuntimeException | Error broken) {
        // No answer is no finding. Readiness says when no try gets through.
        LOG.warnf("scrub pass could not be finished, will try again: %s", broken);
        progress.failed();
        running = null;
        pace.restInAnyCase(AFTER_AN_OUTAGE);
      }
    }
  }

  public void shutDown() {
    pace.end();
  }

  /// A pass without rests, on the thread of the caller; not while [#run] goes on.
  ScrubPass.State passNow() {
    long _ = request();
    return pass();
  }

  /// Audits everything as it is now. The first finding shuts the gate; the pass goes on to its end,
  /// so that all logs with damage are known.
  ScrubPass.State pass() {
    var released = lost.released();
    var read = heads();
    var heads = read.orElse(List.of());
    var pass = new ScrubPass(pace.begin(), clock.instant(), heads);
    running = pass;
    told(protection::require);
    read.flatMap(all -> lost.missing(released, all)).ifPresent(finding -> tell(finding, pass));
    for (var head : heads) {
      if (pace.isOver()) {
        return pass.state(null);
      }
      audit(head, pass);
    }
    var state = pass.state(clock.instant());
    last = state;
    running = null;
    progress.ended();
    pace.finish();
    return state;
  }

  private void audit(Head head, ScrubPass pass) {
    long[] sliceBegan = {System.nanoTime()};
    scrub
        .audit(
            head,
            entries -> {
              progress.audited(pass.add(entries));
              entriesEver.addAndGet(entries);
              pace.restAfter(Duration.ofNanos(System.nanoTime() - sliceBegan[0]));
              sliceBegan[0] = System.nanoTime();
            })
        .ifPresent(finding -> tell(finding, pass));
  }

  private void tell(Finding finding, ScrubPass pass) {
    if (pace.isOver()) {
      // What is taken down around us answers nonsense.
      return;
    }
    pass.add(finding);
    var _ = alarms.found(finding);
  }

  /// Nothing where the rows have not the form of heads.
  private Optional<List<Head>> heads() {
    var heads = new ArrayList<List<Head>>();
    told(() -> heads.add(check.all()));
    heads.forEach(all -> all.forEach(head -> told(() -> check.requireAuthentic(head))));
    return heads.stream().findFirst();
  }

  /// What is wrong here is told, and the audit goes on with what else there is to find.
  private static void told(Runnable check) {
    try {
      check.run();
    } catch (SigningStoppedException alarm) {
      // told
    }
  }
}
