package dev.picturelock.policy;

import dev.picturelock.contracts.event.RiskTier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The rule book written a second time, in plain Java and straight from its prose, to compare the
/// decision table with. Applies defaults by itself and shares no code with what it checks.
final class TranscribedRules {
  /// As the rule book lists them.
  static final List<String> TABLE_ORDER =
      List.of(
          "R00", "M1", "P1", "P2", "P3", "P4", "P5", "D1", "D2", "D3", "D4", "K1", "K2", "K3", "K4",
          "K5", "T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9", "T10", "T11", "T12", "E1",
          "E2", "C1", "C2", "C3", "F1", "V1", "V2");

  private final Set<String> ids = new HashSet<>();
  final TreeSet<String> actions = new TreeSet<>();
  RiskTier tier = RiskTier.LOW;

  private Map<String, Object> facts = Map.of();

  static TranscribedRules of(Map<String, Object> facts) {
    var rules = new TranscribedRules();
    List<?> stages = facts.get("stages") instanceof List<?> list ? list : List.of();
    rules.apply(facts, !stages.isEmpty());
    if ("yes".equals(facts.get("customPipeline"))) {
      for (var stage : stages) {
        var merged = new HashMap<>(facts);
        ((Map<?, ?>) stage).forEach((name, value) -> merged.put((String) name, value));
        rules.apply(merged, true);
      }
    }
    if (rules.tier == RiskTier.ESCALATE) {
      rules.actions.add("ESCALATE_TO_CONTACT");
    }
    return rules;
  }

  List<String> ids() {
    return TABLE_ORDER.stream().filter(ids::contains).toList();
  }

  private void apply(Map<String, Object> given, boolean staged) {
    facts = given;
    boolean ideation = is("mediaUse", "ideation");
    boolean temporary = is("mediaUse", "temporary");
    boolean onScreen = !ideation && !temporary;
    boolean covered = is("enterpriseTool", "yes");
    boolean key = onScreen ? !is("keyCreativeElement", "no") : open("keyCreativeElement");
    boolean unionWork = !is("unionWorkImpact", "no");
    boolean unknownTalent = !facts.containsKey("talentUse") || is("talentUse", "unsure");
    boolean replica = unknownTalent || is("talentUse", "digital_replica");
    boolean alteration = is("talentUse", "digital_alteration");
    boolean ageing = is("talentUse", "re_ageing");
    boolean synthetic = is("talentUse", "synthetic_performer");
    boolean customary =
        is("alterationBasis", "substantially_as_recorded")
            || is("alterationBasis", "customary_post")
            || is("alterationBasis", "permitted_dub_or_double");
    boolean training = open("trainsModel");
    boolean rightsUnknown =
        !facts.containsKey("trainingDataRights") || is("trainingDataRights", "unsure");

    fire(true, "R00", "LOW", "NOTIFY_CONTACT");
    fire(ideation, "M1", "LOW", "");
    fire(
        !is("outputReplicatesThirdParty", "no"),
        "P1",
        "ESCALATE",
        "WRITTEN_APPROVAL LEGAL_REVIEW RIGHTS_CLEARANCE");
    fire(!is("toolStoresOrTrains", "no"), "P2", "ESCALATE", "TOOL_TERMS_REVIEW");
    fire(!covered && !is("enterpriseToolAvailable", "no"), "P3", "ESCALATE", "TOOL_TERMS_REVIEW");
    fire(onScreen, "P4", "CAUTION", "WRITTEN_APPROVAL FLAG_EARLY");
    fire(
        replica || ageing || synthetic || (alteration && !customary) || unionWork,
        "P5",
        "ESCALATE",
        "WRITTEN_APPROVAL");
    fire(
        input("script", "production_image", "unreleased_asset"),
        "D1",
        covered ? "CAUTION" : "ESCALATE",
        "WRITTEN_APPROVAL");
    fire(input("personal_data"), "D2", "ESCALATE", "WRITTEN_APPROVAL DATA_PROTECTION_REVIEW");
    fire(
        training && (rightsUnknown || is("trainingDataRights", "unowned")),
        "D3",
        "ESCALATE",
        "WRITTEN_APPROVAL LEGAL_REVIEW RIGHTS_CLEARANCE");
    fire(
        is("trainsModel", "yes") && is("trainingDataRights", "cleared"),
        "D4",
        "LOW",
        "RIGHTS_CLEARANCE");
    fire(onScreen && key, "K1", "ESCALATE", "WRITTEN_APPROVAL LEGAL_REVIEW HUMAN_FINAL_VERSION");
    fire(temporary && key, "K2", "CAUTION", "HUMAN_FINAL_VERSION");
    fire(
        open("thirdPartyIpReferenced"),
        "K3",
        "ESCALATE",
        "WRITTEN_APPROVAL LEGAL_REVIEW RIGHTS_CLEARANCE");
    fire(
        open("publicFigureReferenced"),
        "K4",
        "ESCALATE",
        "WRITTEN_APPROVAL LEGAL_REVIEW LIKENESS_PERMISSION");
    fire(
        open("deceasedReferenced"),
        "K5",
        "ESCALATE",
        "WRITTEN_APPROVAL LEGAL_REVIEW ESTATE_CONSENT");
    fire(
        replica,
        "T1",
        "ESCALATE",
        "WRITTEN_APPROVAL LEGAL_REVIEW CONSENT_REPLICA_CREATE GUILD_COMPLIANCE");
    boolean exception =
        is("replicaUseException", "as_scripted")
            || is("replicaUseException", "safety")
            || is("replicaUseException", "unrecognizable");
    fire(replica && !exception, "T2", "ESCALATE", "CONSENT_REPLICA_USE");
    fire(replica && exception, "T3", "LOW", "RECORD_EXCEPTION_BASIS");
    fire(
        alteration && !customary,
        "T4",
        "ESCALATE",
        "WRITTEN_APPROVAL LEGAL_REVIEW CONSENT_ALTERATION GUILD_COMPLIANCE");
    fire(alteration && customary, "T5", "CAUTION", "RECORD_EXCEPTION_BASIS");
    fire(
        (alteration || ageing) && !is("affectsPerformanceIntent", "no"),
        "T6",
        "ESCALATE",
        "WRITTEN_APPROVAL LEGAL_REVIEW CONSENT_ALTERATION");
    boolean noModel = !facts.containsKey("talentModelScope") || is("talentModelScope", "none");
    boolean inScope = is("talentModelScope", "in_scope");
    fire(!noModel && !inScope, "T7", "ESCALATE", "WRITTEN_APPROVAL LEGAL_REVIEW ALL_PARTY_CONSENT");
    fire(inScope, "T8", "LOW", "BIND_MODEL_SCOPE");
    fire(replica || ageing || alteration, "T9", "LOW", "QUALITY_TEST");
    fire(open("reputationRisk"), "T10", "ESCALATE", "WRITTEN_APPROVAL LEGAL_REVIEW");
    fire(synthetic, "T11", "ESCALATE", "WRITTEN_APPROVAL LEGAL_REVIEW GUILD_COMPLIANCE");
    fire(
        ageing,
        "T12",
        "ESCALATE",
        "WRITTEN_APPROVAL LEGAL_REVIEW CONSENT_ALTERATION GUILD_COMPLIANCE");
    fire(open("misleadingRealism"), "E1", "ESCALATE", "WRITTEN_APPROVAL LEGAL_REVIEW");
    fire(unionWork, "E2", "ESCALATE", "WRITTEN_APPROVAL GUILD_COMPLIANCE");
    fire(
        input("talent_likeness", "unreleased_footage", "contract"),
        "C1",
        "ESCALATE",
        "WRITTEN_APPROVAL");
    fire(!covered, "C2", "LOW", "TOOL_TERMS_REVIEW");
    fire(input("unsure"), "C3", "ESCALATE", "DATA_PROTECTION_REVIEW");
    boolean noticed =
        !(is("prominence", "incidental") || is("prominence", "not_applicable"))
            || !is("storyRelevant", "no");
    boolean element = is("talentUse", "none") || synthetic || unknownTalent;
    fire(onScreen && element && noticed, "F1", "ESCALATE", "LEGAL_REVIEW HUMAN_FINAL_VERSION");
    fire(is("customPipeline", "yes") && staged, "V1", "LOW", "VENDOR_ASSESSMENT");
    fire(
        is("customPipeline", "unsure") || (is("customPipeline", "yes") && !staged),
        "V2",
        "ESCALATE",
        "VENDOR_ASSESSMENT");
  }

  private void fire(boolean holds, String id, String risk, String required) {
    if (holds) {
      ids.add(id);
      var ruleTier = RiskTier.valueOf(risk);
      tier = ruleTier.compareTo(tier) > 0 ? ruleTier : tier;
      Arrays.stream(required.split(" ", -1)).filter(a -> !a.isEmpty()).forEach(actions::add);
    }
  }

  private boolean is(String fact, String word) {
    return word.equals(facts.get(fact));
  }

  /// Stated as yes or unsure; silence means no.
  private boolean open(String fact) {
    return is(fact, "yes") || is(fact, "unsure");
  }

  private boolean input(String... kinds) {
    return facts.get("inputKinds") instanceof List<?> list
        && Arrays.stream(kinds).anyMatch(list::contains);
  }
}
