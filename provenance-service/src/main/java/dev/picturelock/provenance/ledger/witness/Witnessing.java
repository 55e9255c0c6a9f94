package dev.picturelock.provenance.ledger.witness;

import dev.picturelock.provenance.ledger.guard.Guard;
import dev.picturelock.provenance.ledger.log.Head;
import dev.picturelock.provenance.ledger.log.LogId;
import dev.picturelock.tlog.policy.KnownWitness;
import dev.picturelock.tlog.witness.WitnessEndpoint;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// Shows every witness the newest committed checkpoints, all witnesses at the same time, and none
/// of them ever in the way of the ledger or of another one.
///
/// A round is the same checkpoint for all who are idle then, so that their cosignatures come
/// together on one; who is slow joins a later round.
@ApplicationScoped
class Witnessing {
  private static final Logger LOG = Logger.getLogger(Witnessing.class);

  private final WitnessPolicy policy;
  private final WitnessConfig config;
  private final CosignatureBook book;
  private final Guard guard;
  private final WitnessVisit visit;
  private final InstantSource clock;
  private final ConcurrentMap<LogId, Head> newest = new ConcurrentHashMap<>();
  private final Map<WitnessCourier, Thread> underWay = new ConcurrentHashMap<>();
  private final ScheduledExecutorService rounds =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("witnessing").daemon(true).factory());

  Witnessing(
      WitnessPolicy policy,
      WitnessConfig config,
      CosignatureBook book,
      Guard guard,
      WitnessVisit visit,
      InstantSource clock) {
    this.policy = policy;
    this.config = config;
    this.book = book;
    this.guard = guard;
    this.visit = visit;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    var askable = policy.askable();
    if (askable.isEmpty()) {
      return;
    }
    var couriers = couriers(askable);
    var cosigners = askable.stream().map(w -> CosignatureBook.cosigner(w.key())).toList();
    long period = config.period().toNanos();
    ScheduledFuture<?> _ =
        rounds.scheduleWithFixedDelay(
            () -> round(couriers, cosigners), period, period, TimeUnit.NANOSECONDS);
    LOG.infof(
        "witnessing witnesses=%s titles=%s",
        askable.stream().map(KnownWitness::name).toList(), config.titles());
  }

  void stop(@Observes ShutdownEvent event) {
    rounds.shutdownNow();
    underWay.values().forEach(Thread::interrupt);
  }

  private List<WitnessCourier> couriers(List<KnownWitness> askable) {
    return WitnessEndpoint.of(policy.policy().orElseThrow()).stream()
        .map(endpoint ->
            new WitnessCourier(nameOf(endpoint, askable), endpoint, visit, clock, config))
        .toList();
  }

  /// What the policy calls the endpoint: the name of its first key.
  private static String nameOf(WitnessEndpoint endpoint, List<KnownWitness> askable) {
    return askable.stream()
        .filter(witness -> endpoint.keys().contains(witness.key()))
        .findFirst()
        .map(KnownWitness::name)
        .orElseThrow();
  }

  private void round(List<WitnessCourier> couriers, Collection<String> cosigners) {
    try {
      var lacking =
          book.lacking(cosigners, config.titles()).stream()
              // a witness may have seen the lost end, and would say so
              .filter(head -> !guard.isLost(head))
              .collect(Collectors.toMap(Head::log, Function.identity()));
      newest.keySet().retainAll(lacking.keySet());
      newest.putAll(lacking);
      couriers.forEach(this::send);
    } catch (RuntimeException broken) {
      LOG.warnf(broken, "no round of witnessing, will try again");
    }
  }

  /// Does nothing while the courier is still under way: it takes what is newest by itself.
  private void send(WitnessCourier courier) {
    underWay.computeIfAbsent(
        courier,
        _ -> Thread.ofVirtual().name("witness " + courier.witness()).start(() -> run(courier)));
  }

  private void run(WitnessCourier courier) {
    try {
      courier.deliver(newest);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException broken) {
      LOG.warnf(broken, "witness %s was not asked, will try again", courier.witness());
    } finally {
      underWay.remove(courier);
    }
  }
}
