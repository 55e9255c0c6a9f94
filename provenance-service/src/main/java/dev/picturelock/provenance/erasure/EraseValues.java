package dev.picturelock.provenance.erasure;

import dev.picturelock.kit.access.Caller;
import dev.picturelock.kit.access.TitleRole;
import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import dev.picturelock.kit.time.Ids;
import dev.picturelock.provenance.disclosure.DisclosedValues;
import dev.picturelock.provenance.erasure.Erasure.Target;
import dev.picturelock.provenance.ledger.log.Logs;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Erases values for good because somebody who may decided so.
///
/// Only the role privacy may: not even an administrator, whose office is the machine and not the
/// people. The events stay, and so does every proof about them.
@ApplicationScoped
public class EraseValues {
  private static final Logger LOG = Logger.getLogger(EraseValues.class);

  private final EraseRound round;
  private final FinishErasures finish;
  private final DisclosedValues values;
  private final Logs logs;
  private final Caller caller;
  private final Ids ids;
  private final InstantSource clock;

  EraseValues(
      EraseRound round,
      FinishErasures finish,
      DisclosedValues values,
      Logs logs,
      Caller caller,
      Ids ids,
      InstantSource clock) {
    this.round = round;
    this.finish = finish;
    this.values = values;
    this.logs = logs;
    this.caller = caller;
    this.ids = ids;
    this.clock = clock;
  }

  /// - **events** that say so in the ledger; none when there was nothing left
  /// - **keysDestroyed** false when a key could not be destroyed yet; it is tried again
  public record Erased(List<UUID> events, List<Gone> gone, boolean keysDestroyed) {}

  /// Everything that rests of a person, by the id under which the person was reported.
  ///
  /// - **Errors:** [ProblemException] FORBIDDEN, NOT_FOUND for a title without a ledger
  public Erased person(String titleId, String person, Ground ground) {
    requireAllowed(titleId);
    return erase(titleId, new Target.Person(values.person(titleId, person).name()), ground);
  }

  /// Values of one event, all of them when no names are given.
  ///
  /// - **Errors:** [ProblemException] FORBIDDEN, NOT_FOUND for a title without a ledger
  public Erased ofEvent(String titleId, UUID event, List<String> names, Ground ground) {
    requireAllowed(titleId);
    return erase(titleId, new Target.OfEvent(event, names), ground);
  }

  private void requireAllowed(String titleId) {
    caller.requireRole(titleId, TitleRole.PRIVACY);
    if (logs.head(titleId).isEmpty()) {
      throw new ProblemException(ProblemType.NOT_FOUND, "title '" + titleId + "' has no log yet");
    }
  }

  private Erased erase(String titleId, Target target, Ground ground) {
    var asked = new Erasure(ids.fresh(), titleId, clock.instant(), ground, caller.actor(), target);
    var events = new ArrayList<UUID>();
    var gone = new ArrayList<Gone>();
    EraseRound.Round last;
    do {
      last = round.handle(asked);
      events.addAll(last.events());
      gone.addAll(last.gone());
    } while (last.more());
    LOG.infof(
        "values erased title=%s ground=%s values=%d events=%s",
        titleId, ground, gone.size(), events);
    return new Erased(events, gone, finish.destroyKeys());
  }
}
