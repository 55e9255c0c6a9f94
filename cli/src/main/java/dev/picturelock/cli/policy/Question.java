package dev.picturelock.cli.policy;

import dev.picturelock.cli.terminal.UnusableInputException;
import dev.picturelock.contracts.event.Judged;
import dev.picturelock.contracts.event.RiskTier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an input asks to be decided.
sealed interface Question {
  /// Who asks, for the head of the answer.
  String about();

  /// Where the facts stand in the input, as a JSON pointer.
  String at();

  Map<String, Object> facts();

  /// Facts that nobody has decided yet.
  ///
  /// - **pack** what a person names, if anything
  record Stated(String about, String at, Map<String, Object> facts, @Nullable String pack)
      implements Question {}

  /// Facts as an event of intake carries them, before any decision.
  record Reported(String about, String at, Map<String, Object> facts, String pack)
      implements Question {}

  /// Facts with the decision that was recorded about them.
  record Decided(String about, String at, Map<String, Object> facts, Recorded recorded)
      implements Question {}

  /// A decision as an event records it.
  ///
  /// - **rules** id, reason and, if the event has them, text and source of each
  record Recorded(
      String packId,
      String packVersion,
      String packSha256,
      RiskTier tier,
      List<String> requiredActions,
      List<Map<String, Object>> rules,
      String factsSha256) {
    String pack() {
      return packId + "@" + packVersion;
    }

    List<String> ruleIds() {
      return rules.stream().map(rule -> String.valueOf(rule.get("id"))).toList();
    }
  }

  /// Facts alone, or the body of a preview: `{"facts": {…}, "policyPack": …}`.
  static Question ofFacts(Map<String, Object> document) {
    if (!document.containsKey("facts")) {
      return new Stated("facts", "", document, null);
    }
    var pack = document.get("policyPack");
    return new Stated(
        "facts",
        "/facts",
        object(document, "facts", "/facts"),
        pack == null ? null : text(document, "policyPack", "/policyPack"));
  }

  /// An event of intake or of the classifier, as the ledger gives it.
  static Question ofEvent(Map<String, Object> event) {
    var type = text(event, "type", "/type");
    var about =
        text(event, "subject", "/subject") + " of title " + text(event, "titleid", "/titleid");
    var data = object(event, "data", "/data");
    return switch (type) {
      case "picturelock.use.reported.v1", "picturelock.use.amended.v1" -> reported(about, data);
      case "picturelock.asset.registered.v1" -> {
        if (Judged.WITHOUT_AI.equals(data.get("contribution"))) {
          throw new UnusableInputException(
              "the asset was registered as made without AI (contribution none), so there is nothing"
                  + " to classify");
        }
        yield reported(about, data);
      }
      case "picturelock.use.classified.v1", "picturelock.asset.classified.v1" ->
          decided(about, object(data, "classification", "/data/classification"));
      default ->
          throw new UnusableInputException(
              "an event of type "
                  + type
                  + " holds nothing to classify; want use.reported, use.amended, asset.registered,"
                  + " use.classified or asset.classified");
    };
  }

  private static Question reported(String about, Map<String, Object> data) {
    return new Reported(
        about,
        "/data/facts",
        object(data, "facts", "/data/facts"),
        text(data, "policyPack", "/data/policyPack"));
  }

  private static Question decided(String about, Map<String, Object> classification) {
    var at = "/data/classification";
    var pack = object(classification, "policyPack", at + "/policyPack");
    var rules = new ArrayList<Map<String, Object>>();
    for (var rule : list(classification, "rules", at + "/rules")) {
      rules.add(object(Map.of("rule", rule), "rule", at + "/rules/" + rules.size()));
    }
    return new Decided(
        about,
        at + "/facts",
        object(classification, "facts", at + "/facts"),
        new Recorded(
            text(pack, "id", at + "/policyPack/id"),
            text(pack, "version", at + "/policyPack/version"),
            text(pack, "sha256", at + "/policyPack/sha256"),
            tier(text(classification, "tier", at + "/tier"), at),
            list(classification, "requiredActions", at + "/requiredActions").stream()
                .map(String::valueOf)
                .toList(),
            rules,
            text(classification, "factsSha256", at + "/factsSha256")));
  }

  private static RiskTier tier(String word, String at) {
    return Arrays.stream(RiskTier.values())
        .filter(tier -> tier.name().equals(word))
        .findFirst()
        .orElseThrow(() ->
            new UnusableInputException(
                at + "/tier: want one of " + Arrays.toString(RiskTier.values()) + ", got " + word));
  }

  private static String text(Map<String, Object> object, String name, String at) {
    if (object.get(name) instanceof String text) {
      return text;
    }
    throw wanted("a text", object, name, at);
  }

  private static List<?> list(Map<String, Object> object, String name, String at) {
    if (object.get(name) instanceof List<?> list) {
      return list;
    }
    throw wanted("an array", object, name, at);
  }

  @SuppressWarnings("unchecked") // names of a JSON object are texts
  private static Map<String, Object> object(Map<String, Object> object, String name, String at) {
    if (object.get(name) instanceof Map<?, ?> members) {
      return (Map<String, Object>) members;
    }
    throw wanted("an object", object, name, at);
  }

  private static UnusableInputException wanted(
      String kind, Map<String, Object> object, String name, String at) {
    return new UnusableInputException(
        object.get(name) == null
            ? at
                + " is missing: this is no event of Picturelock; take the bytes of"
                + " GET /v1/titles/<title>/events/<id>"
            : at + ": want " + kind);
  }
}
