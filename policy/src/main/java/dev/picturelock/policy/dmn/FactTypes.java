package dev.picturelock.policy.dmn;

import dev.picturelock.contracts.facts.FactName;
import dev.picturelock.contracts.facts.FactsValidator;
import dev.picturelock.policy.PolicyPackException;
import java.util.List;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNType;

/// Proves when a pack is loaded that its type of the facts takes every complete set of facts there
/// can be, so that no decision has to look again.
///
/// The proof is whole because the members of the structure do not depend on each other and each
/// takes words of a closed list. A pack may leave out facts its rules never ask for.
final class FactTypes {
  static final String INPUT = "facts";

  private FactTypes() {}

  static void prove(String pack, DMNModel model) {
    var input = model.getInputByName(INPUT);
    if (input == null || model.getInputs().size() != 1) {
      throw new PolicyPackException(pack, "want one input '" + INPUT + "' and no other");
    }
    if (!input.getType().isComposite() || input.getType().isCollection()) {
      throw new PolicyPackException(pack, "want input '" + INPUT + "' of a type with components");
    }
    input.getType().getFields().forEach((name, type) -> prove(pack, name, type));
  }

  private static void prove(String pack, String name, DMNType type) {
    if (name.equals(FactsValidator.STAGES)) {
      takes(pack, name, type, List.of());
      takes(pack, name, type, List.of("any name", "any other"));
      return;
    }
    var fact =
        FactName.of(name)
            .orElseThrow(() ->
                new PolicyPackException(
                    pack, "type of input '" + INPUT + "': there is no fact '" + name + "'"));
    if (fact.isList()) {
      takes(pack, name, type, List.of());
      takes(pack, name, type, fact.allowed());
    } else {
      fact.allowed().forEach(word -> takes(pack, name, type, word));
    }
  }

  private static void takes(String pack, String name, DMNType type, Object value) {
    if (!type.isAssignableValue(value)) {
      throw new PolicyPackException(
          pack, "type of input '%s': %s does not take %s".formatted(INPUT, name, value));
    }
  }
}
