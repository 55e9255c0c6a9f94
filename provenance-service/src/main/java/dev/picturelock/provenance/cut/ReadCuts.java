package dev.picturelock.provenance.cut;

import dev.picturelock.contracts.event.TitleId;
import dev.picturelock.kit.access.Caller;
import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import dev.picturelock.provenance.cut.Clearance.OfElement;
import dev.picturelock.provenance.cut.Timeline.Element;
import dev.picturelock.provenance.ledger.log.Entries;
import dev.picturelock.provenance.ledger.log.Head;
import dev.picturelock.provenance.ledger.log.Logs;
import dev.picturelock.provenance.ledger.log.StoredEntry;
import dev.picturelock.provenance.lineage.Position;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Cuts as a member of the title may see them, judged whenever they are asked.
@ApplicationScoped
public class ReadCuts {
  private final Cuts cuts;
  private final AssetKnowledge knowledge;
  private final Logs logs;
  private final Entries entries;
  private final Caller caller;
  private final InstantSource clock;

  ReadCuts(
      Cuts cuts,
      AssetKnowledge knowledge,
      Logs logs,
      Entries entries,
      Caller caller,
      InstantSource clock) {
    this.cuts = cuts;
    this.knowledge = knowledge;
    this.logs = logs;
    this.entries = entries;
    this.caller = caller;
    this.clock = clock;
  }

  public List<Cut> list(String titleId, String after, int limit) {
    requireTitle(titleId);
    return cuts.list(titleId, after, limit);
  }

  /// - **Errors:** [ProblemException] FORBIDDEN, NOT_FOUND
  public Cut find(String titleId, String id) {
    requireTitle(titleId);
    return Optional.of(id)
        .filter(CutName::isId)
        .flatMap(known -> cuts.find(titleId, known))
        .orElseThrow(() -> notFound(titleId, "cut '" + id + "'"));
  }

  /// - **Errors:** [ProblemException] NOT_FOUND
  public Element element(Cut cut, int index) {
    return cuts.element(cut, index)
        .orElseThrow(
            () -> notFound(cut.titleId(), "element %d in cut '%s'".formatted(index, cut.id())));
  }

  /// The present is the ledger as it stands: what commits while we read is not half seen. The
  /// moment of an earlier position is that of its last entry, so that it always gives the same
  /// verdict.
  ///
  /// - **Errors:** [ProblemException] INVALID_PARAMETER for a ledger size that is not reached yet
  public AsOf asOf(String titleId, Position position) {
    if (position.equals(Position.NOW)) {
      long size = logs.head(titleId).map(Head::position).orElse(0L);
      return new AsOf(new Position(size), clock.instant());
    }
    if (position.size() == 0) {
      return new AsOf(position, Instant.EPOCH);
    }
    return entries
        .timeOf(titleId, position.size())
        .map(moment -> new AsOf(position, moment))
        .orElseThrow(() ->
            new ProblemException(
                ProblemType.INVALID_PARAMETER,
                "at: the ledger has fewer than " + position.size() + " entries"));
  }

  /// The whole cut.
  @Transactional
  public Judged judge(Cut cut, AsOf asOf) {
    return judge(cut.titleId(), cuts.elements(cut), asOf);
  }

  @Transactional
  public JudgedElement judge(Cut cut, Element element, AsOf asOf) {
    return judge(cut.titleId(), List.of(element), asOf).elements().getFirst();
  }

  @Transactional
  public Judged judge(String titleId, List<Element> elements, AsOf asOf) {
    var matches = new ElementMatcher(knowledge.versions(titleId, asOf)).match(elements);
    var shown =
        matches.stream().flatMap(match -> match.match().versions().stream()).distinct().toList();
    var states = knowledge.states(titleId, shown, asOf);
    var result = new Clearance(states, asOf.moment()).of(matches);
    var judged = new ArrayList<JudgedElement>(matches.size());
    var inPicture = result.elements().iterator();
    for (var match : matches) {
      judged.add(
          new JudgedElement(
              match.element(),
              match.match(),
              match.element().enabled() ? Optional.of(inPicture.next()) : Optional.empty()));
    }
    return new Judged(result, judged);
  }

  /// The events that the verdict of the cut leans on, and the verdict.
  @Transactional
  public Foundation foundation(Cut cut, AsOf asOf) {
    var judged = judge(cut, asOf);
    var shown =
        judged.elements().stream()
            .flatMap(one -> one.match().versions().stream())
            .distinct()
            .toList();
    var ofCut = new TreeSet<Long>();
    Stream.concat(Stream.of(cut.eventId()), cut.lock().map(Cut.Lock::eventId).stream())
        .flatMap(event -> entries.find(cut.titleId(), event).stream())
        .map(StoredEntry::position)
        .filter(position -> position < asOf.position().size())
        .forEach(ofCut::add);
    return new Foundation(cut, asOf, judged, ofCut, knowledge.footings(cut.titleId(), shown, asOf));
  }

  /// Requires a role in the title, then that something is known of it: whatever is known begins
  /// with its opening.
  void requireTitle(String titleId) {
    caller.requireMember(titleId);
    if (!TitleId.isOne(titleId) || logs.head(titleId).isEmpty()) {
      throw new ProblemException(
          ProblemType.NOT_FOUND, "nothing is known of title '" + titleId + "' (yet)");
    }
  }

  private static ProblemException notFound(String titleId, String what) {
    return new ProblemException(ProblemType.NOT_FOUND, "title '" + titleId + "' has no " + what);
  }

  /// A cut and all its elements, those that are switched off among them.
  public record Judged(Clearance.OfCut clearance, List<JudgedElement> elements) {
    public Judged {
      elements = List.copyOf(elements);
    }

    public long matched() {
      return elements.stream().filter(one -> !(one.match() instanceof Match.None)).count();
    }

    /// What stands in the way of a lock.
    public List<OfElement> blocking() {
      return clearance.elements().stream().filter(one -> !one.verdict().mayStay()).toList();
    }

    public boolean mayBeLocked() {
      return clearance.verdict().mayStay();
    }
  }

  /// One element; without a verdict when it is switched off.
  public record JudgedElement(Element element, Match match, Optional<OfElement> clearance) {}
}
