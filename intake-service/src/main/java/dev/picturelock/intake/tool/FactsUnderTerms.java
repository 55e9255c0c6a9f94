package dev.picturelock.intake.tool;

import dev.picturelock.contracts.event.FactConflict;
import dev.picturelock.contracts.event.TermsSnapshot;
import dev.picturelock.contracts.facts.FactName;
import dev.picturelock.contracts.facts.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Facts as they hold under a tool's terms.
///
/// - A fact that the terms answer and nobody stated is taken from the terms.
/// - A stated fact gives way where the terms are the more adverse: storing or training is worse
///   than being unsure, which is worse than not; for the enterprise agreement the other way round.
/// - The same holds for every stage that states such a fact; its conflict is named
///   `stages/<n>/<fact>`.
public record FactsUnderTerms(Facts facts, List<FactConflict> conflicts) {
  private static final List<String> STORING_WORST_LAST = List.of("no", "unsure", "yes");
  private static final List<String> COVER_WORST_LAST = List.of("yes", "unsure", "no");

  public FactsUnderTerms {
    conflicts = List.copyOf(conflicts);
  }

  public static FactsUnderTerms of(Facts stated, @Nullable TermsSnapshot terms) {
    if (terms == null) {
      return new FactsUnderTerms(stated, List.of());
    }
    var conflicts = new ArrayList<FactConflict>();
    var facts = new TreeMap<>(stated.stated());
    for (var ruling : rulings(terms)) {
      facts.putIfAbsent(ruling.fact().json(), ruling.word());
      ruling.apply(facts, "", terms, conflicts);
    }
    if (facts.get("stages") instanceof List<?> stages) {
      facts.put("stages", underTerms(stages, terms, conflicts));
    }
    return new FactsUnderTerms(new Facts(facts), conflicts);
  }

  private static List<Object> underTerms(
      List<?> stages, TermsSnapshot terms, List<FactConflict> conflicts) {
    var changed = new ArrayList<Object>();
    for (var stage : stages) {
      var facts = new TreeMap<String, Object>();
      ((Map<?, ?>) stage).forEach((name, value) -> facts.put((String) name, value));
      var at = "stages/" + changed.size() + "/";
      rulings(terms).forEach(ruling -> ruling.apply(facts, at, terms, conflicts));
      changed.add(facts);
    }
    return changed;
  }

  private static List<Ruling> rulings(TermsSnapshot terms) {
    return List.of(
        new Ruling(FactName.TOOL_STORES_OR_TRAINS, terms.storesOrTrains(), STORING_WORST_LAST),
        new Ruling(FactName.ENTERPRISE_TOOL, terms.enterpriseAgreement(), COVER_WORST_LAST));
  }

  /// What the terms say about one fact, and how bad the answers are.
  private record Ruling(FactName fact, String word, List<String> worstLast) {
    void apply(
        Map<String, Object> facts, String at, TermsSnapshot terms, List<FactConflict> conflicts) {
      if (facts.get(fact.json()) instanceof String declared
          && worstLast.indexOf(word) > worstLast.indexOf(declared)) {
        facts.put(fact.json(), word);
        conflicts.add(new FactConflict(at + fact.json(), declared, word, terms.terms()));
      }
    }
  }
}
