package dev.picturelock.policy;

import static dev.picturelock.policy.InstalledPack.classify;
import static dev.picturelock.policy.InstalledPack.ruleIds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.contracts.event.Classification;
import dev.picturelock.contracts.event.RiskTier;
import dev.picturelock.contracts.facts.FactName;
import dev.picturelock.contracts.facts.Facts;
import dev.picturelock.contracts.facts.FactsError;
import dev.picturelock.contracts.facts.FactsValidator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What must hold for every set of facts, tried on a hundred thousand from fixed seeds, each
/// decided by the table.
class PolicyPropertiesTest {
  private static final int SETS = 100_000;

  // Once for the properties that compare a set with a changed one.
  private static final AtomicReferenceArray<Classification> DECIDED =
      new AtomicReferenceArray<>(SETS);

  @BeforeAll
  static void decide() {
    forAll(1, (i, random) -> DECIDED.set(i, withoutFacts(classify(random.next()))));
  }

  @Test
  void tableAndTranscriptionAgree() {
    Set<RiskTier> tiers = ConcurrentHashMap.newKeySet();
    Set<String> fired = ConcurrentHashMap.newKeySet();

    forAll(
        1,
        (i, random) -> {
          var facts = random.next();

          var got = DECIDED.get(i);

          var expected = TranscribedRules.of(facts);
          assertThat(ruleIds(got)).as("rules of %s", facts).isEqualTo(expected.ids());
          assertThat(got.tier()).as("tier of %s", facts).isEqualTo(expected.tier);
          assertThat(got.requiredActions())
              .as("actions of %s", facts)
              .containsExactlyElementsOf(expected.actions);
          tiers.add(got.tier());
          fired.addAll(ruleIds(got));
        });

    assertThat(tiers).as("tiers seen").hasSize(3);
    assertThat(fired).as("rules seen").hasSize(36);
  }

  @Test
  void theContactIsAskedExactlyWhenTheTierIsEscalate() {
    for (int i = 0; i < SETS; i++) {
      var got = DECIDED.get(i);

      assertThat(got.requiredActions().contains("ESCALATE_TO_CONTACT"))
          .isEqualTo(got.tier() == RiskTier.ESCALATE);
    }
  }

  @Test
  void unsureNeverLowersATierNorRemovesAnActionOfAFavourableAnswer() {
    Set<FactName> doubted = ConcurrentHashMap.newKeySet();

    forAll(
        1,
        (i, random) -> {
          var facts = random.next();
          var favourable = favourablyAnswered(facts);
          if (favourable.isEmpty()) {
            return;
          }
          var fact = random.one(favourable);
          var doubtful = new HashMap<>(facts);
          doubtful.put(fact.json(), fact.isList() ? List.of("unsure") : "unsure");

          var before = DECIDED.get(i);
          var after = classify(doubtful);

          assertThat(after.tier())
              .as("%s in %s", fact, facts)
              .isGreaterThanOrEqualTo(before.tier());
          assertThat(after.requiredActions())
              .as("%s in %s", fact, facts)
              .containsAll(without(before, DoubtTest.withdrawnClaim(fact)));
          doubted.add(fact);
        });

    assertThat(doubted).containsExactlyInAnyOrder(FactName.values());
  }

  @Test
  void orderOfFactsInputsAndStagesChangesNothing() {
    forAll(
        1,
        (i, random) -> {
          var facts = random.next();
          var given = NormalisedFacts.of(new Facts(facts));

          var shuffled = NormalisedFacts.of(new Facts(random.shuffled(facts)));

          // The rules see nothing but this; every fiftieth set shows it.
          assertThat(shuffled.canonicalJson()).isEqualTo(given.canonicalJson());
          assertThat(new HashSet<>(shuffled.steps())).isEqualTo(new HashSet<>(given.steps()));
          if (i % 50 == 0) {
            assertThat(withoutFacts(InstalledPack.PACK.classify(shuffled)))
                .isEqualTo(DECIDED.get(i));
          }
        });
  }

  @Test
  void aFurtherStageNeverLowersTheTierNorRemovesAnAction() {
    forAll(
        1,
        (i, random) -> {
          var facts = random.next();
          var stages =
              new ArrayList<Object>((Collection<?>) facts.getOrDefault("stages", List.of()));
          var before = DECIDED.get(i);
          if (stages.isEmpty()) {
            stages.add(random.stage("first"));
            facts.put("stages", List.copyOf(stages));
            before = classify(facts);
          }
          stages.add(random.stage("one more"));
          facts.put("stages", stages);

          var after = classify(facts);

          assertThat(after.tier()).as("%s", facts).isGreaterThanOrEqualTo(before.tier());
          assertThat(after.requiredActions()).as("%s", facts).containsAll(before.requiredActions());
        });
  }

  @Test
  void statingWhatSilenceMeansChangesNothing() {
    forAll(
        2,
        (number, random) -> {
          Map<String, Object> facts = random.next();
          var first = NormalisedFacts.of(new Facts(facts));

          // What an event records, stages with all their answers among it.
          var second = NormalisedFacts.of(new Facts(first.asMap()));

          assertThat(second.canonicalJson()).isEqualTo(first.canonicalJson());
          assertThat(new HashSet<>(second.steps())).isEqualTo(new HashSet<>(first.steps()));
          if (number % 50 == 0) {
            assertThat(InstalledPack.PACK.classify(second))
                .isEqualTo(InstalledPack.PACK.classify(first));
          }
        });
  }

  @Test
  void whatIsNoFactOrNoAnswerIsRefusedWithAPointerToIt() {
    forAll(
        3,
        (_, random) -> {
          var facts = random.next();
          var stages =
              new ArrayList<Object>((Collection<?>) facts.getOrDefault("stages", List.of()));
          var stage = new HashMap<String, Object>(random.stage("bad"));
          var fact = random.one(List.of(FactName.values()));
          var wrong =
              random.one(List.<Object>of("maybe", "YES", "", 1, true, List.of("maybe"), Map.of()));
          boolean unknownName = random.one(List.of(true, false));
          var name = unknownName ? fact.json() + random.one(List.of("s", " ", "~/")) : fact.json();
          boolean staged = random.one(List.of(true, false));
          (staged ? stage : facts).put(name, wrong);
          if (staged) {
            stages.add(stage);
            facts.put("stages", stages);
          }

          var errors = FactsValidator.validate(facts, "/facts");

          var at = "/facts" + (staged ? "/stages/" + (stages.size() - 1) : "");
          var pointer = at + "/" + name.replace("~", "~0").replace("/", "~1");
          var inList = !unknownName && fact.isList() && wrong instanceof List<?> ? "/0" : "";
          assertThat(errors).extracting(FactsError::pointer).containsExactly(pointer + inList);
          assertThat(errors.getFirst().allowed()).isNotEmpty();
        });
  }

  private static List<FactName> favourablyAnswered(Map<String, Object> facts) {
    return Arrays.stream(FactName.values())
        .filter(fact -> facts.containsKey(fact.json()))
        .filter(fact -> RandomFacts.favourable(fact).contains(facts.get(fact.json())))
        .toList();
  }

  private static Set<String> without(Classification of, Set<String> actions) {
    var kept = new HashSet<>(of.requiredActions());
    kept.removeAll(actions);
    return kept;
  }

  private static Classification withoutFacts(Classification of) {
    return new Classification(
        of.tier(), of.requiredActions(), of.rules(), of.policyPack(), of.factsSha256(), Map.of());
  }

  /// A property of a set of facts, given its number and the seed that makes it.
  private interface Property {
    void hold(int number, RandomFacts random);
  }

  // On all cores; a seed for each set keeps it the same in every run and in every property.
  private static void forAll(int seed, Property property) {
    IntStream.range(0, SETS)
        .parallel()
        .forEach(number -> property.hold(number, new RandomFacts(seed * 1_000_000L + number)));
  }
}
