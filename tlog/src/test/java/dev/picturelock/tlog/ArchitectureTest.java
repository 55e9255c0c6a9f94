package dev.picturelock.tlog;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final List<String> PACKAGES =
      List.of("merkle", "tile", "note", "checkpoint", "policy", "witness", "audit", "receipt");

  private static final Set<String> JAVA_BASE = Object.class.getModule().getPackages();

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.picturelock.tlog");

  @Test
  void dependsOnNothingButJavaBase() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("dev.picturelock.tlog..", "org.jspecify.annotations")
                .or(describe("are in java.base", type -> JAVA_BASE.contains(packageOf(type)))))
        .check(CLASSES);
    assertThat(JAVA_BASE).contains("java.lang", "java.security").doesNotContain("java.net.http");
  }

  @Test
  void hasNoCyclesBetweenItsPackages() {
    slices().matching("dev.picturelock.tlog.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void namesPackagesThatExist() {
    for (String name : PACKAGES) {
      assertThat(CLASSES.containPackage("dev.picturelock.tlog." + name)).as(name).isTrue();
    }
  }

  private static String packageOf(JavaClass type) {
    return type.getBaseComponentType().getPackageName();
  }
}
