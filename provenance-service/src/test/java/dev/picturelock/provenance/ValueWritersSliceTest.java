package dev.picturelock.provenance;

import static dev.picturelock.provenance.ErasureApi.as;
import static dev.picturelock.provenance.ErasureApi.erase;
import static dev.picturelock.provenance.ErasureApi.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.kit.disclosure.Disclosures;
import dev.picturelock.kit.disclosure.SealedDisclosure;
import dev.picturelock.kit.time.Ids;
import dev.picturelock.provenance.disclosure.DisclosedValues;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Two consumers that are given the same values, as after a rebalance that not both have heard of.
@QuarkusTest
@ProvenanceSlice
class ValueWritersSliceTest {
  private static final int ROUNDS = 20;
  private static final int VALUES = 1_000;
  private static final String KIM = "performer:kim";

  private final DisclosedValues disclosedValues;
  private final Disclosures disclosures;
  private final PlantedValues values;
  private final Ids ids;

  @Inject
  ValueWritersSliceTest(
      DisclosedValues disclosedValues, Disclosures disclosures, PlantedValues values, Ids ids) {
    this.disclosedValues = disclosedValues;
    this.disclosures = disclosures;
    this.values = values;
    this.ids = ids;
  }

  @Test
  void valuesThatComeInTwoOrdersAtTheSameTimeRestOnce() throws Exception {
    var event = ids.fresh();
    disclosedValues.keep(prompts(event, 1));
    for (int round = 0; round < ROUNDS; round++) {
      var some = prompts(event, VALUES);

      together(some, some.reversed());
    }

    assertThat(values.rows("w1")).hasSize(1 + ROUNDS * VALUES);
  }

  @Test
  void aValueThatComesTooLateTwiceAtTheSameTimeIsSaidToBeErasedOnce() throws Exception {
    values.plant("w2", "comp", disclosures.disclose("talent", KIM));
    var events = Stream.generate(ids::fresh).limit(ROUNDS).toList();
    erase(as("privacy", "w2"), "w2", person(KIM, "OBJECTION")).statusCode(200);

    for (var event : events) {
      var late = List.of(disclosures.seal("w2", event, disclosures.disclose("talent", KIM)));

      together(late, late);
    }

    assertThat(values.rows("w2")).isEmpty();
    assertThat(values.redactions("w2").stream().flatMap(fact -> fact.erased().stream()))
        .hasSize(1 + ROUNDS)
        .doesNotHaveDuplicates();
  }

  private List<SealedDisclosure> prompts(UUID event, int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> disclosures.seal("w1", event, disclosures.disclose("prompt", "take " + i)))
        .toList();
  }

  private void together(List<SealedDisclosure> some, List<SealedDisclosure> others)
      throws Exception {
    var together = new CyclicBarrier(2);
    try (var threads = Executors.newFixedThreadPool(2)) {
      var kept = new ArrayList<Callable<Boolean>>();
      for (var arrived : List.of(some, others)) {
        kept.add(() -> {
          together.await();
          disclosedValues.keep(arrived);
          return true;
        });
      }
      for (var one : threads.invokeAll(kept)) {
        assertThat(one.get()).isTrue();
      }
    }
  }
}
