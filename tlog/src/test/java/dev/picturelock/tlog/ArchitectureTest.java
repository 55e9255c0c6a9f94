package dev.picturelock.tlog;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
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
          .importPackages("dev.picturelock.tlog");

  @Test
  void dependsOnNothingButJavaItself() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "dev.picturelock.tlog..", "org.jspecify.annotations")
        .check(CLASSES);
  }

  @Test
  void hasNoCyclesBetweenItsPackages() {
    slices().matching("dev.picturelock.tlog.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void namesPackagesThatExist() {
    for (String name : new String[] {"merkle", "tile", "note", "checkpoint", "receipt"}) {
      assertThat(CLASSES.containPackage("dev.picturelock.tlog." + name)).as(name).isTrue();
    }
  }
}
