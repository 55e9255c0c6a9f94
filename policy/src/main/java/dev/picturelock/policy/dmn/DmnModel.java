package dev.picturelock.policy.dmn;

import dev.picturelock.contracts.event.RiskTier;
import dev.picturelock.policy.DmnText;
import dev.picturelock.policy.PolicyPackException;
import dev.picturelock.policy.Rule;
import dev.picturelock.policy.StepDecision;
import dev.picturelock.policy.StepFacts;
import dev.picturelock.policy.StepOutcome;
import dev.picturelock.policy.UndecidableException;
import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kie.dmn.api.core.DMNMessage.Severity;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.compiler.RuntimeTypeCheckOption;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/// A policy pack's DMN file, compiled without any message and ready to decide.
///
/// - **Input:** one structure `facts` with every fact and `stages` as the list of stage names
/// - **Decisions:** a table `Rules that fire`, and `Tier` and `Required actions` drawn from it
/// - **Errors:** [PolicyPackException] from the constructor for a file that does not compile whole;
///   [UndecidableException] if a decision fails later, at facts or with results outside the types
final class DmnModel implements StepDecision {
  static final String TABLE = "Rules that fire";
  private static final String TIER = "Tier";
  private static final String ACTIONS = "Required actions";

  private final String pack;
  private final DMNRuntime runtime;
  private final org.kie.dmn.api.core.DMNModel model;
  private final RuleTable table;
  private final ResultTypes types;

  DmnModel(String pack, DmnText dmn) {
    this.pack = pack;
    this.runtime = runtime(pack, dmn);
    if (runtime.getModels().size() != 1) {
      throw new PolicyPackException(pack, "want one decision model in the file");
    }
    this.model = runtime.getModels().getFirst();
    var faults =
        model.getMessages(Severity.WARN, Severity.ERROR).stream()
            .map(DmnFault::describe)
            .collect(Collectors.joining("; "));
    if (!faults.isEmpty()) {
      throw new PolicyPackException(pack, faults);
    }
    FactTypes.prove(pack, model);
    this.table = RuleTable.of(pack, model);
    this.types = new ResultTypes(pack, model);
  }

  /// Every rule of the table, in its order.
  List<Rule> rules() {
    return table.rules();
  }

  /// The cells that make a rule fire and what it then says, for messages.
  String cellsOf(String ruleId) {
    return table.cellsOf(ruleId);
  }

  @Override
  public StepOutcome decide(StepFacts facts) {
    try {
      return decided(facts);
    } catch (UndecidableException known) {
      throw known;
    } catch (RuntimeException unexpected) {
      // From nothing but the file and the facts, so it would happen again.
      throw new UndecidableException(pack, String.valueOf(unexpected), unexpected);
    }
  }

  private StepOutcome decided(StepFacts facts) {
    var context = runtime.newContext();
    context.set(FactTypes.INPUT, facts.values());
    var result = runtime.evaluateAll(model, context);
    if (result.hasErrors()) {
      throw new UndecidableException(
          pack,
          result.getMessages(Severity.ERROR).stream()
              .map(DmnFault::describe)
              .collect(Collectors.joining("; ")));
    }
    types.check(result.getDecisionResults());
    var fired = new HashSet<String>();
    for (var row : (Collection<?>) result.getDecisionResultByName(TABLE).getResult()) {
      fired.add((String) ((Map<?, ?>) row).get("ruleId"));
    }
    return new StepOutcome(
        RiskTier.valueOf((String) result.getDecisionResultByName(TIER).getResult()),
        words(result.getDecisionResultByName(ACTIONS).getResult()),
        fired);
  }

  private static Set<String> words(Object list) {
    return ((Collection<?>) list).stream().map(String.class::cast).collect(Collectors.toSet());
  }

  private static DMNRuntime runtime(String pack, DmnText dmn) {
    var resource =
        ResourceFactory.newInputStreamResource(new ByteArrayInputStream(dmn.bytes()), "UTF-8");
    resource.setSourcePath(pack + ".dmn");
    var builder =
        DMNRuntimeBuilder.fromDefaults()
            // Done once by FactTypes and ResultTypes; it would halve the speed.
            .setOption(new RuntimeTypeCheckOption(false))
            .buildConfiguration();
    try {
      return builder
          .fromResources(List.of(resource))
          .getOrElseThrow(
              cause -> new PolicyPackException(pack, "not a decision model: " + cause, cause));
    } catch (NullPointerException unreadable) {
      // What the builder throws for a file that is not XML; its log line has the place.
      throw new PolicyPackException(pack, "policy.dmn is not well-formed XML", unreadable);
    }
  }
}
