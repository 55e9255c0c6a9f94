package dev.picturelock.endtoend;

import dev.picturelock.endtoend.Promises.Promise;
import dev.picturelock.tlog.note.VerifierKey;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/// Breaks a running stack under load, again and again, and looks after each time whether every
/// promise holds.
///
/// - **Promises:** what was accepted is in the ledger once, with what follows from it; nothing else
///   is; no checkpoint or receipt that was ever seen is contradicted; nothing is a dead letter;
///   every part is ready again
final class Campaign implements AutoCloseable {

  private static final List<String> ROLES =
      List.of("tool", "production", "contact", "legal", "auditor");
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration LOOK = Duration.ofMillis(300);
  private static final int LARGEST_SAMPLE = 20_000;

  private final RunningStack stack;
  private final List<String> titles;
  private final SplittableRandom random;
  private final Api api;
  private final Promises promises = new Promises();
  private final Map<String, Ledger> ledgers = new LinkedHashMap<>();
  private final Map<String, TitleAudit> audits = new LinkedHashMap<>();
  private final Traffic traffic;
  private final Crew crew;
  private final Blows blows;
  private final CheckpointWatch watch;
  private final int warmUp;

  /// Adds the titles to a stack that runs.
  ///
  /// - **perSecond** registrations that are sent under load
  Campaign(RunningStack stack, List<String> titles, int perSecond, long seed) {
    this.stack = stack;
    this.titles = List.copyOf(titles);
    this.random = new SplittableRandom(seed);
    this.api = new Api(stack);
    this.warmUp = perSecond;
    addTitles();
    var keys = new HashMap<String, VerifierKey>();
    for (var title : titles) {
      var ledger = new Ledger(api, title, Account.CAMPAIGN_CREW);
      var key = ledger.key();
      ledgers.put(title, ledger);
      audits.put(title, new TitleAudit(title, ledger.source(), key));
      keys.put(title, key);
    }
    watch = new CheckpointWatch(stack, api, keys, promises);
    traffic = new Traffic(api, this.titles, perSecond, promises, random.nextLong());
    crew = new Crew(api, this.titles, promises, random.nextLong());
    blows = new Blows(stack, this::newestCheckpoints, random.nextLong());
  }

  /// One fault under load, and everything that has to hold afterwards.
  Round round(Fault fault) {
    return round(fault.toString(), () -> blows.strike(fault), blows::isOver);
  }

  /// Everything is delivered again while new events come.
  Round redelivery() {
    var redelivery = new Redelivery(stack, blows, random.nextLong(), LARGEST_SAMPLE);
    return round("redelivered", redelivery::run, blows::isOver);
  }

  /// All logs, read again as somebody would who remembers nothing. Returns what is wrong.
  List<String> readAnew() {
    return audits.values().stream()
        .flatMap(audit -> {
          audit.readAnew();
          return audit.takeViolations().stream();
        })
        .toList();
  }

  @Override
  public void close() {
    traffic.close();
    crew.close();
    watch.close();
  }

  private Round round(String name, Runnable harm, Awaited isOver) {
    long entriesBefore = entries();
    var violations = new ArrayList<String>();
    var taken = new ArrayList<Promise>();
    var recovery = Duration.ZERO;
    try {
      crew.work();
      traffic.flow();
      traffic.awaitMore(warmUp + random.nextInt(warmUp));
      var newest = promises.newest(titles);
      awaitEntries(newest);
      var receipts = KeptReceipts.of(ledgers, newest);
      traffic.awaitMore(1 + random.nextInt(warmUp));
      harm.run();
      recovery = recovery(isOver);
      traffic.awaitMore(warmUp);
      crew.rest();
      traffic.ebb();
      taken.addAll(promises.take());
      awaitKept(taken, violations);
      settle(receipts, violations);
    } catch (ConditionTimeoutException e) {
      violations.add(String.valueOf(e.getMessage()));
    } catch (RuntimeException | AssertionError e) {
      violations.add(e.toString());
    } finally {
      crew.rest();
      traffic.stop();
    }
    violations.addAll(promises.takeSurprises());
    return new Round(name, recovery, taken.size(), entries() - entriesBefore, violations);
  }

  /// From the last harm until all is ready and something sent since then is in the ledger.
  private Duration recovery(Awaited isOver) {
    long start = System.nanoTime();
    int before = promises.count();
    Awaitility.await("every part is ready again")
        .atMost(PATIENCE)
        .pollInterval(LOOK)
        .until(isOver::isTrue);
    Awaitility.await("something is accepted again")
        .atMost(PATIENCE)
        .until(() -> promises.count() > before);
    awaitEntries(promises.newest(titles).subList(0, 1));
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private void awaitEntries(List<Promise> made) {
    Awaitility.await("what was accepted is in the ledger")
        .atMost(PATIENCE)
        .pollInterval(LOOK)
        .until(() -> made.stream().allMatch(one -> ledger(one.title()).has(one.eventId())));
  }

  private void awaitKept(List<Promise> taken, List<String> violations) {
    for (var audit : audits.values()) {
      var ours = taken.stream().filter(made -> made.title().equals(audit.title())).toList();
      try {
        Awaitility.await().atMost(PATIENCE).pollInterval(LOOK).until(() -> audit.reads(ours));
      } catch (ConditionTimeoutException _) {
        var missing = audit.missing(ours);
        violations.add(
            "%d of %d promises are not kept, the first: %s"
                .formatted(missing.size(), ours.size(), missing.stream().limit(1).toList()));
      }
    }
  }

  private void settle(KeptReceipts receipts, List<String> violations) {
    for (var audit : audits.values()) {
      // first what was seen, then what is there: the log may still be growing
      var seen = watch.take(audit.title());
      var _ = audit.reads(List.of());
      audit.prove(seen);
      audit.prove(receipts.checkpoints(audit.title()));
      violations.addAll(audit.takeViolations());
      violations.addAll(receipts.wrong(audit, ledger(audit.title())));
    }
    violations.addAll(DeadLetters.of(stack));
    if (!stack.isReady()) {
      violations.add("a part is not ready any more");
    }
  }

  private long entries() {
    return audits.values().stream().mapToLong(TitleAudit::size).sum();
  }

  /// What stands still when the ledger does; an outage looks the same each time.
  private String newestCheckpoints() {
    try {
      return ledgers.values().stream()
          .map(ledger -> ledger.checkpoint().toString())
          .collect(Collectors.joining());
    } catch (UncheckedIOException | AssertionError _) {
      return "";
    }
  }

  private Ledger ledger(String title) {
    return Objects.requireNonNull(ledgers.get(title), title);
  }

  private void addTitles() {
    var realm = new Realm(stack, api);
    titles.forEach(title -> realm.addTitle(title, ROLES));
    realm.addPerson("campaign-tool", titles, List.of("tool"));
    realm.addPerson("campaign-crew", titles, List.of("production", "contact", "legal", "auditor"));
    var _ = new Demo(api).prepare();
    for (var title : titles) {
      var events = new Demo(api, title, Account.CAMPAIGN_TOOL).prepare();
      // until a title has a ledger there is no key to know it by
      var _ = new Ledger(api, title, Account.CAMPAIGN_CREW).event(events.use());
    }
  }

  private interface Awaited {
    boolean isTrue();
  }
}
