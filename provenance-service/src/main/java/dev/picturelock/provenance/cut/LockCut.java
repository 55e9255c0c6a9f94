package dev.picturelock.provenance.cut;

import dev.picturelock.contracts.event.CutLocked;
import dev.picturelock.kit.access.Caller;
import dev.picturelock.kit.access.TitleRole;
import dev.picturelock.kit.event.Events;
import dev.picturelock.provenance.ledger.Ledger;
import dev.picturelock.provenance.lineage.Position;
import dev.picturelock.provenance.recorder.Recorder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Locks a cut in which everything is allowed.
///
/// The log is held from before the verdict until the lock is in it: a revocation comes either
/// before, and then it blocks, or after, and then the ledger shows so.
@ApplicationScoped
public class LockCut {
  private static final Logger LOG = Logger.getLogger(LockCut.class);

  private final Cuts cuts;
  private final ReadCuts reading;
  private final Ledger ledger;
  private final Recorder recorder;
  private final Events events;
  private final Caller caller;

  LockCut(
      Cuts cuts, ReadCuts reading, Ledger ledger, Recorder recorder, Events events, Caller caller) {
    this.cuts = cuts;
    this.reading = reading;
    this.ledger = ledger;
    this.recorder = recorder;
    this.events = events;
    this.caller = caller;
  }

  /// A cut that is locked already is answered again.
  @Transactional
  public Outcome handle(String titleId, String id) {
    caller.requireRole(titleId, TitleRole.PRODUCTION);
    reading.find(titleId, id);
    var cut = cuts.hold(titleId, id).orElseThrow();
    if (cut.lock().isPresent()) {
      return new Outcome.Locked(cut, cut.lock().get());
    }
    long size = ledger.hold(titleId);
    var now = reading.asOf(titleId, Position.NOW);
    var judged = reading.judge(cut, new AsOf(new Position(size), now.moment()));
    var verdict = judged.clearance().verdict();
    if (!verdict.mayStay()) {
      return new Outcome.Blocked(verdict, judged.clearance().reasons(), judged.blocking());
    }
    var event =
        events.now(
            titleId,
            "cut/" + id,
            caller.actor(),
            new CutLocked(id, verdict.name(), cut.elementsSha256(), size));
    recorder.state(event);
    var lock = new Cut.Lock(verdict, size, event.id(), event.time(), event.actor());
    cuts.addLock(cut, lock);
    LOG.infof("cut locked title=%s cut=%s event=%s", titleId, id, event.id());
    return new Outcome.Locked(withLock(cut, lock), lock);
  }

  private static Cut withLock(Cut cut, Cut.Lock lock) {
    return new Cut(
        cut.titleId(),
        cut.id(),
        cut.name(),
        cut.format(),
        cut.rate(),
        cut.start(),
        cut.duration(),
        cut.fileSha256(),
        cut.elementsSha256(),
        cut.elements(),
        cut.tracks(),
        cut.warnings(),
        cut.eventId(),
        cut.at(),
        cut.importedBy(),
        Optional.of(lock));
  }

  /// What became of it.
  public sealed interface Outcome {

    record Locked(Cut cut, Cut.Lock lock) implements Outcome {}

    /// Something in it is not allowed.
    ///
    /// @param reasons those that make the verdict of the cut
    record Blocked(Verdict verdict, List<Reason> reasons, List<Clearance.OfElement> elements)
        implements Outcome {}
  }
}
