package dev.picturelock.contracts.facts;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// One question of the intake questionnaire and the answers it takes; any other name is an error.
///
/// - **Wire form:** [#json()] is the member name in `facts`; values are lower-case words
/// - **Kinds:** one word out of [#allowed()], or, for [#INPUT_KINDS] only, a list of such words
/// - **Missing facts:** nothing is assumed here; what absence means is the classifier's business
public enum FactName {
  MEDIA_USE("mediaUse", "ideation", "temporary", "final", "unsure"),
  PROMINENCE("prominence", "incidental", "prominent", "not_applicable", "unsure"),
  STORY_RELEVANT("storyRelevant"),
  KEY_CREATIVE_ELEMENT("keyCreativeElement"),
  OUTPUT_REPLICATES_THIRD_PARTY("outputReplicatesThirdParty"),
  THIRD_PARTY_IP_REFERENCED("thirdPartyIpReferenced"),
  PUBLIC_FIGURE_REFERENCED("publicFigureReferenced"),
  DECEASED_REFERENCED("deceasedReferenced"),
  TOOL_STORES_OR_TRAINS("toolStoresOrTrains"),
  ENTERPRISE_TOOL("enterpriseTool"),
  ENTERPRISE_TOOL_AVAILABLE("enterpriseToolAvailable"),
  INPUT_KINDS(
      "inputKinds",
      "script",
      "production_image",
      "unreleased_asset",
      "unreleased_footage",
      "talent_likeness",
      "contract",
      "personal_data",
      "unsure"),
  TRAINS_MODEL("trainsModel"),
  TRAINING_DATA_RIGHTS(
      "trainingDataRights", "owned", "cleared", "unowned", "unsure", "not_applicable"),
  TALENT_USE(
      "talentUse",
      "none",
      "digital_replica",
      "re_ageing",
      "digital_alteration",
      "synthetic_performer",
      "unsure"),
  REPLICA_USE_EXCEPTION(
      "replicaUseException", "none", "as_scripted", "safety", "unrecognizable", "unsure"),
  ALTERATION_BASIS(
      "alterationBasis",
      "substantially_as_recorded",
      "customary_post",
      "permitted_dub_or_double",
      "new_content",
      "unsure"),
  AFFECTS_PERFORMANCE_INTENT("affectsPerformanceIntent"),
  REPUTATION_RISK("reputationRisk"),
  TALENT_MODEL_SCOPE(
      "talentModelScope",
      "none",
      "in_scope",
      "out_of_scope",
      "other_production",
      "pitch_or_concept",
      "unsure"),
  UNION_WORK_IMPACT("unionWorkImpact"),
  MISLEADING_REALISM("misleadingRealism"),
  CUSTOM_PIPELINE("customPipeline");

  private static final Map<String, FactName> BY_JSON =
      Arrays.stream(values()).collect(toUnmodifiableMap(FactName::json, Function.identity()));

  private final String json;

  // Filled by List.of only, so it cannot change; the checker sees no more than the interface.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> allowed;

  /// A question answered by yes, no or unsure.
  FactName(String json) {
    this(json, "yes", "no", "unsure");
  }

  FactName(String json, String... allowed) {
    this.json = json;
    this.allowed = List.of(allowed);
  }

  /// The member name in JSON.
  public String json() {
    return json;
  }

  /// The words this fact may hold, in the order a form would offer them.
  public List<String> allowed() {
    return allowed;
  }

  /// True where the answer is a list of words instead of one word.
  public boolean isList() {
    return this == INPUT_KINDS;
  }

  /// The fact of that member name, if there is one.
  public static Optional<FactName> of(String json) {
    return Optional.ofNullable(BY_JSON.get(json));
  }
}
