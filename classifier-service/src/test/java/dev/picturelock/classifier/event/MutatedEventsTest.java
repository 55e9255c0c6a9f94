package dev.picturelock.classifier.event;

import static dev.picturelock.classifier.IntakeSamples.HARMLESS;
import static dev.picturelock.classifier.IntakeSamples.PACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.picturelock.classifier.IntakeSamples;
import dev.picturelock.contracts.event.Fact;
import dev.picturelock.contracts.policy.PolicyPackFiles;
import dev.picturelock.kit.event.EventCodec;
import dev.picturelock.kit.event.PoisonEventException;
import dev.picturelock.kit.json.JsonPolicy;
import dev.picturelock.policy.dmn.PackLoader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Whatever is in a record, it is an event or poison, or names a pack that could be installed;
/// anything else would stop the channel for all.
class MutatedEventsTest {
  private static final List<String> VALUES =
      List.of("null", "0", "1.5", "true", "\"\"", "\"x\"", "[]", "[null]", "{}", "{\"a\":null}");

  private final ClassifyEvent classifyEvent =
      new ClassifyEvent(new PackLoader(PolicyPackFiles.builtIn(), 100).all());

  @Test
  void anyFieldReplacedOrRemovedIsAnEventOrPoison() throws IOException {
    int poison = 0;
    var facts =
        List.of(IntakeSamples.use(HARMLESS, PACK), IntakeSamples.asset("generated", HARMLESS));
    for (Fact fact : facts) {
      var event = IntakeSamples.event(new UUID(1, 1), "t", "use/u/1", fact);
      var original = (ObjectNode) JsonPolicy.strict().readTree(EventCodec.encode(event));
      for (var mutated : mutations(original)) {
        poison += isPoison(mutated) ? 1 : 0;
      }
    }

    assertThat(poison).isGreaterThan(200);
  }

  private boolean isPoison(ObjectNode event) throws IOException {
    var bytes = JsonPolicy.strict().writeValueAsBytes(event);
    try {
      var _ = classifyEvent.handle(EventCodec.decode(bytes));
      return false;
    } catch (PoisonEventException expected) {
      return true;
    } catch (PackNotInstalledException waits) {
      return false;
    } catch (RuntimeException other) {
      return fail("neither event nor poison: " + event, other);
    }
  }

  private static List<ObjectNode> mutations(ObjectNode original) throws IOException {
    var mutations = new ArrayList<ObjectNode>();
    for (var parent : List.of("", "/data", "/data/facts")) {
      for (var name : names(original.at(parent))) {
        var removed = original.deepCopy();
        ((ObjectNode) removed.at(parent)).remove(name);
        mutations.add(removed);
        for (var value : VALUES) {
          var replaced = original.deepCopy();
          ((ObjectNode) replaced.at(parent)).set(name, JsonPolicy.strict().readTree(value));
          mutations.add(replaced);
        }
      }
    }
    return mutations;
  }

  private static List<String> names(JsonNode object) {
    var names = new ArrayList<String>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
