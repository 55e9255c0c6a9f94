package dev.picturelock.policy.dmn;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import dev.picturelock.policy.UndecidableException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNDecisionResult;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNType;
import org.kie.dmn.api.core.ast.DecisionNode;

/// Holds every decision of a model to the type it declares, as the standard wants.
///
/// The engine can do so itself, but looks at each value anew and takes longer over it than over
/// deciding. Here a value, or an element of a list, that once was of its type is known to be; there
/// are few different ones, a word or a row of the table each.
final class ResultTypes {
  private final Map<String, Proved> decisions;

  ResultTypes(String pack, DMNModel model) {
    this.decisions =
        model.getDecisions().stream()
            .collect(toMap(DecisionNode::getName, decision -> new Proved(pack, decision)));
  }

  /// Nothing, or [UndecidableException] that names the decision and the value.
  void check(List<DMNDecisionResult> results) {
    for (var result : results) {
      requireNonNull(decisions.get(result.getDecisionName())).check(result.getResult());
    }
  }

  private static final class Proved {
    private static final int REMEMBERED = 1_000;

    private final String pack;
    private final String decision;
    private final DMNType type;
    private final Set<Object> known = ConcurrentHashMap.newKeySet();

    Proved(String pack, DecisionNode decision) {
      this.pack = pack;
      this.decision = decision.getName();
      this.type = decision.getResultType();
    }

    void check(@Nullable Object value) {
      if (type.isCollection() && value instanceof Collection<?> list) {
        list.forEach(element -> check(type.getBaseType(), element));
      } else {
        check(type, value);
      }
    }

    private void check(DMNType wanted, @Nullable Object value) {
      if (value == null || !known.contains(value)) {
        if (value == null || !wanted.isAssignableValue(value)) {
          throw new UndecidableException(
              pack, "decision '%s': %s is no %s".formatted(decision, value, wanted.getName()));
        }
        if (known.size() < REMEMBERED) {
          known.add(value);
        }
      }
    }
  }
}
