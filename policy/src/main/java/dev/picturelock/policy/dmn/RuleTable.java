package dev.picturelock.policy.dmn;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import dev.picturelock.contracts.event.RiskTier;
import dev.picturelock.policy.PolicyPackException;
import dev.picturelock.policy.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.model.api.DecisionRule;
import org.kie.dmn.model.api.DecisionTable;
import org.kie.dmn.model.api.HitPolicy;
import org.kie.dmn.model.api.RuleAnnotation;

/// The rows of a pack's table as people read them.
///
/// - **Shape:** hit policy COLLECT; outputs: the rule's id, equal to the row's own id; tier;
///   actions
/// - **Words:** tiers and actions in upper case and known, the actions as allowed by type `tAction`
/// - **Annotations:** category, text, reason, source, none of them empty
record RuleTable(List<Rule> rules, Map<String, String> cells) {
  private static final List<String> ANNOTATIONS = List.of("category", "text", "reason", "source");

  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
  private static final Set<String> TIERS =
      Arrays.stream(RiskTier.values()).map(Enum::name).collect(toSet());

  static RuleTable of(String pack, DMNModel model) {
    var decision = model.getDecisionByName(DmnModel.TABLE);
    if (decision == null
        || !(decision.getDecision().getExpression() instanceof DecisionTable table)
        || table.getHitPolicy() != HitPolicy.COLLECT) {
      throw new PolicyPackException(
          pack, "want a decision table '" + DmnModel.TABLE + "' with hit policy COLLECT");
    }
    var names = table.getAnnotation().stream().map(clause -> clause.getName()).toList();
    if (!names.equals(ANNOTATIONS)) {
      throw new PolicyPackException(pack, "want the annotations " + ANNOTATIONS + ", got " + names);
    }
    var actions = words(allowed(pack, model, "tAction"));
    var rules = new ArrayList<Rule>();
    var cells = new LinkedHashMap<String, String>();
    for (var rule : table.getRule()) {
      rules.add(rule(pack, table, rule));
      onlyKnown(pack, rule, 1, TIERS);
      onlyKnown(pack, rule, 2, actions);
      if (cells.put(rule.getId(), cells(rule)) != null) {
        throw new PolicyPackException(pack, "rule " + rule.getId() + ": id used twice");
      }
    }
    return new RuleTable(List.copyOf(rules), cells);
  }

  String cellsOf(String ruleId) {
    return requireNonNull(cells.get(ruleId), ruleId);
  }

  private static Rule rule(String pack, DecisionTable table, DecisionRule rule) {
    var id = rule.getId();
    var idCell = rule.getOutputEntry().getFirst();
    if (!idCell.getText().strip().equals('"' + id + '"')) {
      throw new PolicyPackException(
          pack,
          "rule %s, cell %s: want \"%s\", got `%s`"
              .formatted(id, idCell.getId(), id, idCell.getText()));
    }
    var notes = rule.getAnnotationEntry().stream().map(RuleAnnotation::getText).toList();
    if (notes.size() != ANNOTATIONS.size() || notes.stream().anyMatch(String::isBlank)) {
      throw new PolicyPackException(
          pack, "rule " + id + ": want a text for each of " + ANNOTATIONS);
    }
    return new Rule(
        id,
        notes.get(0),
        notes.get(1),
        notes.get(2),
        notes.get(3),
        conditions(table, rule),
        unquoted(rule.getOutputEntry().get(1).getText()),
        unquoted(rule.getOutputEntry().get(2).getText()));
  }

  // A word in an output cell that nobody knows is found here rather than in the first case that
  // meets the rule.
  private static void onlyKnown(String pack, DecisionRule rule, int output, Set<String> known) {
    var cell = rule.getOutputEntry().get(output);
    // The tier of a rule may be an expression that compares facts, whose words are lower-case.
    for (var word : words(cell.getText())) {
      if (!known.contains(word) && !word.equals(word.toLowerCase(Locale.ROOT))) {
        throw new PolicyPackException(
            pack,
            "rule %s, cell %s `%s`: want words out of %s, got %s"
                .formatted(rule.getId(), cell.getId(), cell.getText(), new TreeSet<>(known), word));
      }
    }
  }

  private static String allowed(String pack, DMNModel model, String type) {
    return model.getDefinitions().getItemDefinition().stream()
        .filter(item -> item.getName().equals(type) && item.getAllowedValues() != null)
        .map(item -> item.getAllowedValues().getText())
        .findFirst()
        .orElseThrow(() -> new PolicyPackException(pack, "want the allowed values of " + type));
  }

  private static Set<String> words(String cell) {
    return QUOTED.matcher(cell).results().map(found -> found.group(1)).collect(toSet());
  }

  private static List<Rule.Condition> conditions(DecisionTable table, DecisionRule rule) {
    var conditions = new ArrayList<Rule.Condition>();
    for (int i = 0; i < rule.getInputEntry().size(); i++) {
      var test = rule.getInputEntry().get(i).getText();
      if (!test.strip().equals("-")) {
        conditions.add(new Rule.Condition(table.getInput().get(i).getLabel(), test));
      }
    }
    return conditions;
  }

  private static String unquoted(String cell) {
    return cell.matches("\"[^\"]*\"") ? cell.substring(1, cell.length() - 1) : cell;
  }

  private static String cells(DecisionRule rule) {
    var cells = new ArrayList<String>();
    for (var cell : rule.getInputEntry()) {
      if (!cell.getText().strip().equals("-")) {
        cells.add(cell.getId() + " `" + cell.getText() + "`");
      }
    }
    for (var cell : rule.getOutputEntry()) {
      cells.add(cell.getId() + " `" + cell.getText() + "`");
    }
    return String.join(", ", cells);
  }
}
