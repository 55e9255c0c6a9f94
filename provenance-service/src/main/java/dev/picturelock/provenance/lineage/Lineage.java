package dev.picturelock.provenance.lineage;

import dev.picturelock.kit.access.Caller;
import dev.picturelock.kit.access.TitleRole;
import dev.picturelock.kit.disclosure.Disclosure;
import dev.picturelock.provenance.disclosure.DisclosedValues;
import dev.picturelock.provenance.disclosure.ErasedValue;
import dev.picturelock.provenance.lineage.Graph.SeenNode;
import dev.picturelock.provenance.lineage.LineageGraph.Direction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Lineage as a caller may see it: with prompts and other disclosed values for those who work on
/// the title, with their digests only for everybody else.
@ApplicationScoped
public class Lineage {
  private static final Set<TitleRole> SEE_VALUES =
      EnumSet.of(
          TitleRole.PRODUCTION,
          TitleRole.CONTACT,
          TitleRole.LEGAL,
          TitleRole.CLEARANCE,
          TitleRole.LABOUR_RELATIONS);
  private static final Set<String> OF_GENERATION =
      Set.of("prompt", "negativePrompt", "operator", "account");
  private static final Set<String> OF_ASSET = Set.of("name", "talent");

  private final LineageGraph graph;
  private final DisclosedValues values;
  private final Caller caller;

  Lineage(LineageGraph graph, DisclosedValues values, Caller caller) {
    this.graph = graph;
    this.values = values;
    this.caller = caller;
  }

  public Graph reach(
      String titleId, Collection<String> start, Direction direction, int depth, Position at) {
    var roles = caller.requireMember(titleId);
    var reached = graph.reach(titleId, start, direction, depth, at);
    return roles.stream().anyMatch(SEE_VALUES::contains) ? disclose(titleId, reached) : reached;
  }

  private Graph disclose(String titleId, Graph reached) {
    var events =
        reached.nodes().stream()
            .filter(node -> node.kind().equals("asset") || node.kind().equals("generation"))
            .flatMap(node -> node.events().stream())
            .distinct()
            .toList();
    var opened = values.open(titleId, events);
    var erased = values.erased(titleId, events);
    return new Graph(
        reached.nodes().stream().map(node -> disclose(node, opened, erased)).toList(),
        reached.edges());
  }

  private static SeenNode disclose(
      SeenNode node, Map<UUID, List<Disclosure>> opened, Map<UUID, List<ErasedValue>> erased) {
    var wanted =
        switch (node.kind()) {
          case "asset" -> OF_ASSET;
          case "generation" -> OF_GENERATION;
          default -> Set.<String>of();
        };
    var attributes = new LinkedHashMap<>(node.attributes());
    var gone =
        node.events().stream()
            .flatMap(event -> erased.getOrDefault(event, List.of()).stream())
            .filter(value -> wanted.contains(value.name()))
            .map(GoneField::of)
            .distinct()
            .toList();
    if (!gone.isEmpty()) {
      attributes.put("erased", gone);
    }
    for (var event : node.events()) {
      for (var disclosure : opened.getOrDefault(event, List.of())) {
        if (wanted.contains(disclosure.name())) {
          add(attributes, disclosure);
        }
      }
    }
    return new SeenNode(node.id(), node.kind(), node.known(), node.events(), attributes);
  }

  /// Stands where a value stood that was erased.
  ///
  /// - **event** says so in the ledger
  private record GoneField(String name, Instant at, String ground, UUID event) {
    static GoneField of(ErasedValue value) {
      return new GoneField(value.name(), value.at(), value.ground(), value.redaction());
    }
  }

  /// Several talents make a list, everything else is one value.
  private static void add(Map<String, Object> attributes, Disclosure disclosure) {
    if (disclosure.name().equals("talent")) {
      var talents = new ArrayList<Object>();
      if (attributes.get("talent") instanceof List<?> earlier) {
        talents.addAll(earlier);
      }
      talents.add(disclosure.value());
      attributes.put("talent", List.copyOf(talents));
    } else {
      attributes.put(disclosure.name(), disclosure.value());
    }
  }
}
