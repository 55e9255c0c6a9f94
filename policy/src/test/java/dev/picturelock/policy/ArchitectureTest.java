package dev.picturelock.policy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// A decision depends on the facts and the pack alone, so it can be repeated anywhere.
class ArchitectureTest {
  @Test
  void decidesWithoutAFrameworkANetworkOrAClock() {
    var code =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.picturelock.policy");

    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.quarkus..", "jakarta..", "java.net..", "java.sql..")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .check(code);
    noClasses()
        .that()
        .resideOutsideOfPackage("..dmn..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.kie..", "com.fasterxml..")
        .check(code);
  }
}
