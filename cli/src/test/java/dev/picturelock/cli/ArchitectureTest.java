package dev.picturelock.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.picturelock.cli");

  @ParameterizedTest
  @ValueSource(strings = {"dev.picturelock.cli.verify", "dev.picturelock.cli.policy"})
  void verifiesAndClassifiesWithoutANetwork(String command) {
    assertThat(CLASSES.containPackage(command)).isTrue();
    noClasses()
        .that()
        .resideInAPackage(command + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net..", "javax.net..", "java.nio.channels..")
        .check(CLASSES);
  }

  @Test
  void knowsNoServiceAndNoFramework() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.quarkus..",
            "jakarta..",
            "org.kie..",
            "dev.picturelock.kit..",
            "dev.picturelock.intake..",
            "dev.picturelock.classifier..",
            "dev.picturelock.approval..",
            "dev.picturelock.provenance..")
        .check(CLASSES);
  }

  @Test
  void hasNoCyclesBetweenItsCommands() {
    slices().matching("dev.picturelock.(**)").should().beFreeOfCycles().check(CLASSES);
  }
}
