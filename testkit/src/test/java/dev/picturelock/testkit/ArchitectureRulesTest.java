package dev.picturelock.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Every rule is seen to fail on code that breaks it.
class ArchitectureRulesTest {

  @Test
  void acceptsAFeatureWithAnEdge() {
    assertThatCode(() -> check("clean")).doesNotThrowAnyException();
  }

  @Test
  void refusesAFeatureThatKnowsItsEdge() {
    assertThatThrownBy(() -> check("leakyfeature")).hasMessageContaining("LeakyFeature");
  }

  @Test
  void refusesToReadTheClock() {
    assertThatThrownBy(() -> check("clockreader"))
        .hasMessageContaining("time and chance are injected");
  }

  @Test
  void refusesAServiceWithoutAnyEdge() {
    assertThatThrownBy(() -> check("edgeless")).hasMessageContaining("has no edge");
  }

  @Test
  void refusesAnAllowanceThatNobodyUses() {
    assertThatThrownBy(() -> check("clean", "org.kie.."))
        .hasMessageContaining("take it out of the rule");
  }

  @Test
  void refusesAPackageThatKnowsWhoBuildsUponIt() {
    var root = "dev.picturelock.testkit.architecture.circle";
    var code = new ClassFileImporter().importPackages(root);

    assertThatThrownBy(() -> ArchitectureRules.checkOrder(code, root))
        .hasMessageContaining("Cycle detected")
        .hasMessageContaining(root + ".below");
  }

  @Test
  void refusesToPutASinglePackageInOrder() {
    var root = "dev.picturelock.testkit.architecture.circle.below";
    var code = new ClassFileImporter().importPackages(root);

    assertThatThrownBy(() -> ArchitectureRules.checkOrder(code, root))
        .hasMessageContaining("no packages to put in order");
  }

  private static void check(String fixture, String... extra) {
    var base = "dev.picturelock.testkit.architecture." + fixture;
    ArchitectureRules.check(new ClassFileImporter().importPackages(base), base, List.of(extra));
  }
}
