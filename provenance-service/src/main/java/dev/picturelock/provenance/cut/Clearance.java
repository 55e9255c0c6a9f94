package dev.picturelock.provenance.cut;

import dev.picturelock.provenance.cut.AssetState.Input;
import dev.picturelock.provenance.cut.Timeline.Element;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Decides what of a cut may stay in the picture, at one moment and from one set of states.
///
/// An element is as good as the worst of the asset version it shows and everything that version was
/// made from. It is a pure function: the same states and the same moment give the same verdict
/// years later.
public final class Clearance {

  /// Nobody reads more; the worst come first.
  private static final int MOST_REASONS = 100;

  private final Map<AssetVersion, AssetState> states;
  private final Instant at;
  private final Map<AssetVersion, List<Reason>> reasons = new HashMap<>();

  /// @param states of every matched asset version and everything upstream; what is left out was
  ///   never registered
  public Clearance(Map<AssetVersion, AssetState> states, Instant at) {
    this.states = Map.copyOf(states);
    this.at = at;
  }

  /// Elements that are switched off are not in the picture and not judged.
  public OfCut of(List<ElementMatch> matches) {
    var elements =
        matches.stream()
            .filter(match -> match.element().enabled())
            .map(match -> new OfElement(match.element(), match.match(), reasons(match)))
            .toList();
    if (elements.isEmpty()) {
      return new OfCut(
          Verdict.PENDING,
          List.of(Reason.of(ReasonCode.NO_ELEMENTS, "The cut has no elements in the picture.")),
          elements);
    }
    var verdict = elements.stream().map(OfElement::verdict).reduce(Verdict.NO_AI, Verdict::worst);
    var decisive =
        elements.stream()
            .flatMap(element -> element.reasons().stream())
            .filter(reason -> reason.code().verdict() == verdict)
            .distinct()
            .toList();
    return new OfCut(verdict, decisive, elements);
  }

  private List<Reason> reasons(ElementMatch match) {
    return switch (match.match()) {
      case Match.None() ->
          List.of(
              Reason.of(ReasonCode.NO_MATCH, "Nothing registered fits " + named(match.element())));
      case Match.Certain(var version, _) -> reasons(List.of(version));
      case Match.Uncertain(var candidates, _, var why) -> {
        var all = new ArrayList<Reason>();
        all.add(
            Reason.of(
                ReasonCode.MATCH_UNCERTAIN, "It may be any of %s: %s.".formatted(candidates, why)));
        all.addAll(reasons(candidates));
        yield worstFirst(all);
      }
    };
  }

  private static String named(Element element) {
    var files = element.media().fileNames();
    return "'%s'%s."
        .formatted(element.name(), files.isEmpty() ? "" : " (" + files.getFirst() + ")");
  }

  private List<Reason> reasons(List<AssetVersion> shown) {
    var all = new ArrayList<Reason>();
    for (var version : Upstream.of(shown, this::inputs)) {
      var state = states.get(version);
      if (state != null) {
        all.addAll(reasons.computeIfAbsent(version, _ -> AssetReasons.of(state, at)));
      } else {
        var code = shown.contains(version) ? ReasonCode.NO_MATCH : ReasonCode.INPUT_UNKNOWN;
        all.add(Reason.of(code, version, "It was never registered."));
      }
    }
    return told(all, shown);
  }

  private List<Input> inputs(AssetVersion version) {
    var state = states.get(version);
    return state == null ? List.of() : state.inputs();
  }

  /// All that is told of what is shown; of its inputs only what makes the verdict or needs somebody
  /// to act. A comp of a thousand approved inputs does not list a thousand approvals beside one
  /// open review.
  private static List<Reason> told(List<Reason> all, List<AssetVersion> shown) {
    var worst = ReasonCode.worst(all);
    return worstFirst(
        all.stream()
            .filter(reason ->
                reason.version().filter(shown::contains).isPresent()
                    || reason.code().verdict() == worst
                    || reason.code().verdict().compareTo(Verdict.PENDING) >= 0)
            .toList());
  }

  private static List<Reason> worstFirst(List<Reason> reasons) {
    return reasons.stream()
        .sorted(Comparator.comparing((Reason reason) -> reason.code().verdict()).reversed())
        .limit(MOST_REASONS)
        .toList();
  }

  /// What is true of a whole cut.
  ///
  /// @param reasons those that make the verdict
  /// @param elements in the order given
  public record OfCut(Verdict verdict, List<Reason> reasons, List<OfElement> elements) {}

  /// What is true of one element of it.
  ///
  /// @param reasons worst first; never empty
  public record OfElement(Element element, Match match, List<Reason> reasons) {
    public Verdict verdict() {
      return ReasonCode.worst(reasons);
    }
  }
}
