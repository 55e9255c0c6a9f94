package dev.picturelock.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.picturelock.cli");

  @Test
  void verifiesWithoutANetwork() {
    assertThat(CLASSES.containPackage("dev.picturelock.cli.verify")).isTrue();
    noClasses()
        .that()
        .resideInAPackage("dev.picturelock.cli.verify..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net..", "javax.net..", "java.nio.channels..")
        .check(CLASSES);
  }

  @Test
  void hasNoCyclesBetweenItsCommands() {
    slices().matching("dev.picturelock.(**)").should().beFreeOfCycles().check(CLASSES);
  }
}
