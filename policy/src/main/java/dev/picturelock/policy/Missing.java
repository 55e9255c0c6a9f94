package dev.picturelock.policy;

import dev.picturelock.contracts.facts.FactName;
import dev.picturelock.contracts.facts.Facts;
import java.util.List;

/// The word that holds for a fact: the stated one, else what silence is taken for.
///
/// Stated means by the upper layer, a stage, or where that says nothing by the layer beneath, the
/// whole; a list replaces the whole list beneath it. Silence is filled after both were asked.
///
/// Silence on something that decides the risk of this kind of use is `unsure`; silence on something
/// a form asks for only in special cases means the special case is not there.
final class Missing {
  private final Facts upper;
  private final Facts beneath;

  Missing(Facts upper, Facts beneath) {
    this.upper = upper;
    this.beneath = beneath;
  }

  String wordOf(FactName fact) {
    return upper.word(fact).or(() -> beneath.word(fact)).orElseGet(() -> whenSilent(fact));
  }

  List<String> wordsOf(FactName fact) {
    return upper.words(fact).or(() -> beneath.words(fact)).orElse(List.of());
  }

  private String whenSilent(FactName fact) {
    return switch (fact) {
      case MEDIA_USE,
          OUTPUT_REPLICATES_THIRD_PARTY,
          TOOL_STORES_OR_TRAINS,
          ENTERPRISE_TOOL,
          ENTERPRISE_TOOL_AVAILABLE,
          TALENT_USE,
          ALTERATION_BASIS,
          UNION_WORK_IMPACT ->
          "unsure";
      case THIRD_PARTY_IP_REFERENCED,
          PUBLIC_FIGURE_REFERENCED,
          DECEASED_REFERENCED,
          TRAINS_MODEL,
          REPUTATION_RISK,
          MISLEADING_REALISM,
          CUSTOM_PIPELINE ->
          "no";
      case REPLICA_USE_EXCEPTION, TALENT_MODEL_SCOPE -> "none";
      case PROMINENCE -> mayReachTheCut() ? "unsure" : "not_applicable";
      case STORY_RELEVANT, KEY_CREATIVE_ELEMENT -> mayReachTheCut() ? "unsure" : "no";
      case TRAINING_DATA_RIGHTS ->
          wordOf(FactName.TRAINS_MODEL).equals("no") ? "not_applicable" : "unsure";
      case AFFECTS_PERFORMANCE_INTENT -> changesAPerformance() ? "unsure" : "no";
      case INPUT_KINDS -> throw new IllegalArgumentException("a list, not a word: " + fact);
    };
  }

  private boolean mayReachTheCut() {
    var use = wordOf(FactName.MEDIA_USE);
    return use.equals("final") || use.equals("unsure");
  }

  private boolean changesAPerformance() {
    var use = wordOf(FactName.TALENT_USE);
    return use.equals("digital_alteration") || use.equals("re_ageing");
  }
}
