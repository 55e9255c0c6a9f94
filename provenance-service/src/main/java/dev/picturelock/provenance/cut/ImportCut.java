package dev.picturelock.provenance.cut;

import dev.picturelock.contracts.event.CutImported;
import dev.picturelock.contracts.event.Event;
import dev.picturelock.kit.access.Caller;
import dev.picturelock.kit.access.TitleRole;
import dev.picturelock.kit.event.Events;
import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import dev.picturelock.provenance.cut.ReadCuts.Judged;
import dev.picturelock.provenance.lineage.Position;
import dev.picturelock.provenance.recorder.Recorder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Takes in a cut. The same file again under the same name is the same cut.
@ApplicationScoped
public class ImportCut {
  private static final Logger LOG = Logger.getLogger(ImportCut.class);

  private final Cuts cuts;
  private final ReadCuts reading;
  private final Recorder recorder;
  private final Events events;
  private final Caller caller;

  ImportCut(Cuts cuts, ReadCuts reading, Recorder recorder, Events events, Caller caller) {
    this.cuts = cuts;
    this.reading = reading;
    this.recorder = recorder;
    this.events = events;
    this.caller = caller;
  }

  /// To be asked before a large body is read, too.
  ///
  /// - **Errors:** [ProblemException] FORBIDDEN
  public void requireAllowed(String titleId) {
    caller.requireRole(titleId, TitleRole.PRODUCTION, TitleRole.TOOL);
  }

  /// - **Errors:** [ProblemException] FORBIDDEN, NOT_FOUND, INVALID_PARAMETER, UNSUPPORTED_FORMAT,
  ///   BROKEN_FILE
  @Transactional
  public Imported handle(String titleId, NewCut said, byte[] file) {
    requireAllowed(titleId);
    var read = TimelineFile.read(file, said.format(), said.rate());
    // A cut never begins the log of a title.
    reading.requireTitle(titleId);
    var name = said.name().or(read::name).orElse("cut");
    var known = cuts.findSame(titleId, name, read.sha256(), read.timeline().rate());
    return known.isPresent() ? again(known.get()) : add(titleId, name, read);
  }

  private Imported again(Cut cut) {
    return new Imported(cut, reading.judge(cut, now(cut.titleId())), false);
  }

  private Imported add(String titleId, String name, TimelineFile read) {
    var timeline = read.timeline();
    var judged = reading.judge(titleId, timeline.elements(), now(titleId));
    var event = event(titleId, freeId(titleId, name, read), name, read, judged);
    var cut = cut(event, name, read);
    // Two that send the same file at once: the second waits here for the first and then finds it.
    if (!cuts.add(cut, timeline.elements())) {
      return cuts.findSame(titleId, name, read.sha256(), timeline.rate())
          .map(this::again)
          .orElseGet(() -> addUnderOtherId(cut, read));
    }
    recorder.state(event);
    LOG.infof(
        "cut imported title=%s cut=%s elements=%d event=%s",
        titleId, cut.id(), cut.elements(), event.id());
    return new Imported(cut, judged, true);
  }

  /// The id was free when we looked: the first was another cut of the same file, with a name that
  /// looks the same or another rate.
  private Imported addUnderOtherId(Cut refused, TimelineFile read) {
    if (freeId(refused.titleId(), refused.name(), read).equals(refused.id())) {
      throw new ProblemException(
          ProblemType.CONFLICT,
          "there is another cut '" + refused.id() + "'; give this one another name");
    }
    return add(refused.titleId(), refused.name(), read);
  }

  private String freeId(String titleId, String name, TimelineFile read) {
    var id = CutName.id(name, read.sha256());
    return cuts.find(titleId, id).isEmpty()
        ? id
        : CutName.otherId(name, read.timeline().rate(), read.sha256());
  }

  private Event event(String titleId, String id, String name, TimelineFile read, Judged judged) {
    var elements = read.timeline().elements();
    var fact =
        new CutImported(
            id,
            name,
            read.format().name().toLowerCase(Locale.ROOT),
            read.timeline().rate().toString(),
            read.sha256(),
            ElementDocument.sha256(elements),
            elements.size(),
            Math.toIntExact(judged.matched()),
            Math.toIntExact(elements.size() - judged.matched()));
    return events.now(titleId, "cut/" + id, caller.actor(), fact);
  }

  private static Cut cut(Event event, String name, TimelineFile read) {
    var timeline = read.timeline();
    var fact = (CutImported) event.fact();
    return new Cut(
        event.titleId(),
        fact.cut(),
        name,
        read.format(),
        timeline.rate(),
        timeline.start(),
        timeline.duration(),
        read.sha256(),
        fact.elementsSha256(),
        timeline.elements().size(),
        timeline.tracks(),
        timeline.warnings(),
        event.id(),
        event.time(),
        event.actor(),
        Optional.empty());
  }

  private AsOf now(String titleId) {
    return reading.asOf(titleId, Position.NOW);
  }

  /// What an import came to.
  ///
  /// @param isNew false when the same file was there under the same name
  public record Imported(Cut cut, Judged judged, boolean isNew) {}
}
