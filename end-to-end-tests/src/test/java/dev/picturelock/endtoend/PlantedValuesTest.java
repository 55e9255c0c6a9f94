package dev.picturelock.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Secret and personal words are kept nowhere in the clear: every topic, every table and every file
/// of the stack is searched for them.
@FlowTest
@Order(4)
class PlantedValuesTest {

  /// The id of the cut begins with its name in lower case.
  private static final String CUT_ID = "[lower case] cut";

  private static final String EVENTS =
      "topic picturelock\\.(intake|classification|approval|deliverable)\\.v1";
  private static final String TABLES = "table picturelock\\.(intake|approval|provenance)\\..*";
  private static final String LOGS = "file logs/.*";
  private static final String CUTS = "table picturelock\\.provenance\\.cut(_element)?\\..*";

  /// Kinds that may be read by whom may read the place, and why.
  private record Allowed(String why, Set<String> kinds, List<String> places) {

    boolean allows(Find find) {
      return kinds.contains(find.kind()) && places.stream().anyMatch(find.place()::matches);
    }
  }

  private static final List<Allowed> ALLOWED =
      List.of(
          new Allowed(
              "ids, by which people and logs speak of things",
              Set.of("asset", "secondasset", "thirdasset", CUT_ID),
              List.of(EVENTS, TABLES, LOGS)),
          new Allowed(
              "names of things that are no persons",
              Set.of("model", "shot", "stage", "cut"),
              List.of(EVENTS, TABLES)),
          new Allowed(
              "how and from what it was made, which is what lineage is for",
              Set.of("parameter", "source"),
              List.of(EVENTS, TABLES)),
          new Allowed(
              "written by people for everybody in the title to read",
              Set.of(
                  "usedescription",
                  "consentdescription",
                  "evidencereference",
                  "evidencenote",
                  "question",
                  "statement",
                  "reason",
                  "licence",
                  "termsnote"),
              List.of(EVENTS, TABLES)),
          new Allowed(
              "an imported cut is kept as it came, not as events; see the known gaps",
              Set.of("clip", "track", "cutname"),
              List.of(CUTS)));

  private final Marker marker = new Marker();
  private final Planting planting;
  private final RunningStack stack;
  private final Set<String> places = new TreeSet<>();
  private final Map<String, Set<String>> finds = new TreeMap<>();

  /// Something planted, and where it was found.
  private record Find(String place, String kind) {}

  PlantedValuesTest(RunningStack stack) {
    this.stack = stack;
    this.planting = new Planting(new Api(stack), marker);
  }

  @BeforeAll
  void plantAndSearch() {
    planting.walk();
    new EverythingKept(stack)
        .read((place, bytes) -> {
          places.add(place);
          var kinds = marker.in(bytes);
          if (!kinds.isEmpty()) {
            finds.computeIfAbsent(place, _ -> new TreeSet<>()).addAll(kinds);
          }
        });
  }

  @Test
  void keepsNothingInTheClearThatIsNotMeantToBeRead() {
    var leaks = finds().filter(find -> ALLOWED.stream().noneMatch(allowed -> allowed.allows(find)));

    assertThat(leaks).isEmpty();
  }

  /// A search that cannot find proves nothing: what may be read is found, each word of it.
  @Test
  void findsEveryWordThatIsMeantToBeRead() {
    var kinds = finds().map(Find::kind).distinct();

    assertThat(kinds)
        .containsAll(ALLOWED.stream().flatMap(allowed -> allowed.kinds().stream()).toList());
    assertThat(finds())
        .contains(
            new Find("topic picturelock.intake.v1", "asset"),
            new Find("topic picturelock.classification.v1", "stage"),
            new Find("topic picturelock.approval.v1", "statement"),
            new Find("topic picturelock.deliverable.v1", "cut"),
            new Find("table picturelock.provenance.log_entry.data", "asset"),
            new Find("table picturelock.approval.review.asset", "asset"),
            new Find("table picturelock.intake.use_version.description", "usedescription"));
  }

  @Test
  void looksIntoEveryTopicTableAndLog() {
    assertThat(places)
        .contains(
            "topic __consumer_offsets",
            "topic picturelock.disclosure.v1",
            "topic picturelock.checkpoint.v1",
            "table picturelock.provenance.disclosure.sealed",
            "table picturelock.intake.outbox.value",
            "table picturelock.approval.inbox.sha256",
            "table keycloak.public.user_entity.username",
            "file logs/intake.log",
            "file logs/classifier.log",
            "file logs/approval.log",
            "file logs/provenance.log",
            "file logs/postgres.log",
            "file logs/kafka.log",
            "file logs/keycloak.log");
  }

  @Test
  void tellsWhoeverMayKnow() {
    var lineage = planting.lineage();

    assertThat(
            Stream.of("prompt", "negativeprompt", "operator", "account", "name", "talent")
                .filter(kind -> !lineage.contains(marker.of(kind))))
        .isEmpty();
  }

  private Stream<Find> finds() {
    return finds.entrySet().stream()
        .flatMap(entry -> entry.getValue().stream().map(kind -> new Find(entry.getKey(), kind)));
  }
}
