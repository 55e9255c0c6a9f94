package dev.picturelock.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// The architecture of a service as rules that fail the build.
///
/// - **Use:** one test per service: `ArchitectureRules.check("dev.picturelock.intake")`
/// - **Rule about rules:** what a rule names must exist. ArchUnit accepts a ban on something that
///   is not there, and such a rule looks green for ever.
public final class ArchitectureRules {

  private static final String HTTP = "..http..";
  private static final String KAFKA = "..kafka..";
  private static final String STORE = "..store..";

  private static final String INJECT = "jakarta.inject.Inject";
  private static final String RESOURCE = "jakarta.ws.rs.Path";
  private static final String AUTHENTICATED = "io.quarkus.security.Authenticated";
  private static final String MAPPER = "com.fasterxml.jackson.databind.ObjectMapper";
  private static final String JSON_MAPPER = "com.fasterxml.jackson.databind.json.JsonMapper";
  private static final String INCOMING = "org.eclipse.microprofile.reactive.messaging.Incoming";
  private static final String EMITTER = "org.eclipse.microprofile.reactive.messaging.Emitter";
  private static final String RECORD = "org.apache.kafka.clients.consumer.ConsumerRecord";
  private static final String BATCH = "org.apache.kafka.clients.consumer.ConsumerRecords";

  /// What every feature may know: the language, the project's shared meaning, transactions.
  private static final List<String> FOUNDATION =
      List.of(
          "java..",
          "dev.picturelock.contracts..",
          "dev.picturelock.kit..",
          "org.jspecify..",
          "org.jboss.logging..",
          "io.smallrye.config..",
          "jakarta.annotation..",
          "jakarta.enterprise..",
          "jakarta.inject..",
          "jakarta.transaction..");

  private ArchitectureRules() {}

  /// Checks all rules on the production code below a package.
  ///
  /// - **Extra:** packages of libraries that are this service's domain, for instance `org.kie..`
  public static void check(String basePackage, String... extra) {
    var code =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(basePackage);
    check(code, basePackage, List.of(extra));
  }

  static void check(JavaClasses code, String basePackage, List<String> extra) {
    var edges = Stream.of(HTTP, KAFKA, STORE).filter(edge -> contains(code, edge)).toList();
    rules(basePackage, edges, extra).forEach(rule -> rule.check(code));
    everyNameExists(code, basePackage, edges, extra);
  }

  /// Checks that the packages from this one down, itself among them, have an order: none takes part
  /// in a circle, so each can be understood before those that build upon it.
  public static void checkOrder(String root) {
    checkOrder(
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(root),
        root);
  }

  static void checkOrder(JavaClasses code, String root) {
    if (code.stream().map(JavaClass::getPackageName).distinct().count() < 2) {
      throw new AssertionError(root + " has no packages to put in order");
    }
    slices().assignedFrom(new EachPackage(root)).should().beFreeOfCycles().check(code);
  }

  /// The whole name, so that a package and those below it are different slices.
  private record EachPackage(String root) implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return (type.getPackageName() + ".").startsWith(root + ".")
          ? SliceIdentifier.of(type.getPackageName())
          : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "each package from " + root + " down";
    }
  }

  private static void everyNameExists(
      JavaClasses code, String base, List<String> edges, List<String> extra) {
    if (edges.isEmpty()) {
      throw new AssertionError(base + " has no edge: want a package http, kafka or store");
    }
    for (var name : extra) {
      if (code.stream().noneMatch(type -> dependsOn(type, name))) {
        throw new AssertionError(base + " does not use " + name + ": take it out of the rule");
      }
    }
    var missing =
        Stream.of(
                INJECT,
                RESOURCE,
                AUTHENTICATED,
                MAPPER,
                JSON_MAPPER,
                INCOMING,
                EMITTER,
                RECORD,
                BATCH)
            .filter(type -> !exists(type))
            .toList();
    if (!missing.isEmpty()) {
      throw new AssertionError("named in a rule but not on the class path: " + missing);
    }
  }

  private static List<ArchRule> rules(String base, List<String> edges, List<String> extra) {
    var rules = new ArrayList<ArchRule>();
    rules.add(featuresKnowNoEdgeAndNoFramework(base, extra));
    rules.addAll(edgesDoNotKnowOneAnother(edges));
    rules.add(rowsStayInTheirStore());
    rules.add(nobodyReadsTheClockOrTheDice());
    rules.add(nobodyMakesAnObjectMapper());
    rules.add(consumersTakeBytes());
    rules.add(consumersAreAnEdge());
    rules.add(emittersStayAtTheEdge(edges));
    rules.add(everyResourceAsksWhoIsCalling());
    rules.add(noFields().should().beAnnotatedWith(INJECT).allowEmptyShould(true));
    rules.add(slices().matching(base + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true));
    return rules;
  }

  private static ArchRule featuresKnowNoEdgeAndNoFramework(String base, List<String> extra) {
    var allowed = Stream.concat(FOUNDATION.stream(), extra.stream()).toArray(String[]::new);
    var feature = resideInAnyPackage(base + "..").and(not(resideInAnyPackage(HTTP, KAFKA, STORE)));
    return classes()
        .that(feature)
        .should()
        .onlyDependOnClassesThat(feature.or(resideInAnyPackage(allowed)))
        .because("a feature knows the language, the contracts and itself");
  }

  private static List<ArchRule> edgesDoNotKnowOneAnother(List<String> edges) {
    var rules = new ArrayList<ArchRule>();
    for (var edge : edges) {
      var others = edges.stream().filter(other -> !other.equals(edge)).toArray(String[]::new);
      rules.add(
          noClasses()
              .that()
              .resideInAPackage(edge)
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(others)
              .because("edges meet only in the feature"));
    }
    return rules;
  }

  private static ArchRule rowsStayInTheirStore() {
    return classes()
        .that()
        .areAnnotatedWith("jakarta.persistence.Entity")
        .should()
        .bePackagePrivate()
        .andShould()
        .resideInAPackage(STORE)
        .allowEmptyShould(true);
  }

  private static ArchRule nobodyReadsTheClockOrTheDice() {
    return noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(UUID.class, "randomUUID")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.time.LocalDateTime")
        .because("time and chance are injected");
  }

  private static ArchRule nobodyMakesAnObjectMapper() {
    return noClasses()
        .should()
        .callConstructorWhere(target(owner(nameMatching(MAPPER + "|" + JSON_MAPPER))))
        .orShould()
        .callMethodWhere(target(owner(nameMatching(JSON_MAPPER))))
        .because("kit has the one JSON policy");
  }

  /// Fail closed: an address that forgets to decide still wants a valid token.
  private static ArchRule everyResourceAsksWhoIsCalling() {
    return classes()
        .that()
        .areAnnotatedWith(RESOURCE)
        .should()
        .beAnnotatedWith(AUTHENTICATED)
        .allowEmptyShould(true)
        .because("no address is open by forgetfulness");
  }

  private static ArchRule consumersTakeBytes() {
    return methods()
        .that()
        .areAnnotatedWith(INCOMING)
        .should()
        .haveRawParameterTypes(RECORD)
        .orShould()
        .haveRawParameterTypes(BATCH)
        .allowEmptyShould(true)
        .because("EventCodec is the only decoder");
  }

  private static ArchRule consumersAreAnEdge() {
    return methods()
        .that()
        .areAnnotatedWith(INCOMING)
        .should()
        .beDeclaredInClassesThat()
        .resideInAPackage(KAFKA)
        .allowEmptyShould(true);
  }

  /// A service with a database writes to its outbox: an emitter beside it would be a second write
  /// that a crash can separate from the first.
  private static ArchRule emittersStayAtTheEdge(List<String> edges) {
    var all = noClasses();
    var scope =
        edges.contains(STORE) ? all.should() : all.that().resideOutsideOfPackage(KAFKA).should();
    return scope.dependOnClassesThat().haveFullyQualifiedName(EMITTER);
  }

  private static boolean contains(JavaClasses code, String identifier) {
    return code.stream().anyMatch(resideInAnyPackage(identifier));
  }

  private static boolean dependsOn(JavaClass type, String identifier) {
    return type.getDirectDependenciesFromSelf().stream()
        .anyMatch(d -> resideInAnyPackage(identifier).test(d.getTargetClass()));
  }

  private static boolean exists(String type) {
    try {
      Class.forName(type, false, Thread.currentThread().getContextClassLoader());
      return true;
    } catch (ClassNotFoundException _) {
      return false;
    }
  }
}
