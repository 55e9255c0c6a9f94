package dev.picturelock.endtoend;

import static dev.picturelock.endtoend.Account.PRODUCER;
import static dev.picturelock.endtoend.Service.PROVENANCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// From the final cut back to what each element is and who allowed it.
@FlowTest
@Order(2)
class CutTest {

  private static final String CUTS = "/v1/titles/demo/cuts";

  private final Walk walk;
  private JsonNode imported = Answer.parse("{}".getBytes(StandardCharsets.UTF_8));
  private String cut = "";

  CutTest(Walk walk) {
    this.walk = walk;
  }

  @BeforeAll
  void importTheReel() {
    imported = importCut("Reel 1", resource("reel.otio")).expect(201).json();
    cut = CUTS + "/" + imported.path("cut").asText();
  }

  @Test
  void countsWhatItCouldMatch() {
    assertThat(imported.path("elements").asInt()).isEqualTo(4);
    assertThat(imported.path("matched").asInt()).isEqualTo(3);
    assertThat(imported.path("unmatched").asInt()).isEqualTo(1);
  }

  @Test
  void matchesElementsByIdByDigestAndByFileName() {
    assertThat(elements(cut))
        .extracting(
            element -> element.at("/match/asset").asText(),
            element -> element.at("/match/by").asText(),
            element -> element.at("/match/certain").asBoolean())
        .containsExactly(
            tuple(Walk.COMP, "id", true),
            tuple(Walk.PLATE, "sha256", true),
            tuple(Walk.SKY, "file-name", true),
            tuple("", "", false));
  }

  @Test
  void clearsWhatIsApprovedAndSaysWhatIsInTheWayOfTheRest() {
    var elements = elements(cut);

    assertThat(elements)
        .extracting(element -> element.path("verdict").asText())
        .containsExactly("CLEARED", "NO_AI", "PENDING", "UNRECORDED");
    assertThat(reasons(elements.get(0))).containsExactly("APPROVED");
    assertThat(reasons(elements.get(1))).containsExactly("MADE_WITHOUT_AI");
    assertThat(reasons(elements.get(2))).containsExactlyInAnyOrder("ACTION_OPEN", "REVIEW_OPEN");
    assertThat(reasons(elements.get(3))).containsExactly("NO_MATCH");
    assertThat(get(cut + "/clearance").path("verdict").asText()).isEqualTo("UNRECORDED");
  }

  @Test
  void answersWithOneCallWhatAnElementIsAndWhoAllowedIt() {
    var lineage = get(cut + "/elements/%d/lineage".formatted(firstIndex()));

    var nodes = items(lineage.path("nodes"));
    assertThat(nodes)
        .extracting(node -> node.path("id").asText())
        .contains(
            "asset:" + Walk.COMP + "/v007",
            "asset:" + Walk.PLATE + "/v001",
            "tool:" + Demo.TOOL,
            "model:" + Demo.MODEL,
            "use:" + Demo.USE + "/1")
        .anyMatch(id -> id.startsWith("approval:"));
    assertThat(nodes)
        .anyMatch(node -> node.at("/attributes/prompt").asText().equals(Walk.PROMPT))
        .anyMatch(node -> node.at("/attributes/statement").asText().equals(Walk.STATEMENT))
        .anyMatch(node -> node.at("/attributes/approvedBy").asText().equals("user:contact"));
    assertThat(items(lineage.path("edges")))
        .allMatch(edge -> !edge.path("eventId").asText().isEmpty());
  }

  @Test
  void provesOfflineEverythingThatItLeansOn(@TempDir Path folder) throws IOException {
    var zip = walk.api.get(PRODUCER, PROVENANCE, cut + "/receipts").expect(200);
    Files.write(folder.resolve("cut.zip"), zip.body());
    Files.writeString(folder.resolve("key"), walk.ledger.key().format());
    var cli = new Cli(folder, Map.of());

    var verified = cli.run("verify", "cut.zip", "--key", "key");

    assertThat(verified.output()).contains("ok       elements    4 elements").contains("VERIFIED");
    assertThat(verified.exitCode()).isZero();
    var forged = zip.body();
    forged[forged.length / 3] ^= 1;
    Files.write(folder.resolve("forged.zip"), forged);
    assertThat(cli.run("verify", "forged.zip", "--key", "key").output()).contains("NOT VERIFIED");
  }

  @Test
  void aReceiptIsBroughtUpToDateWithProofThatTheLedgerHasOnlyGrown(@TempDir Path folder)
      throws IOException {
    var id = walk.decided.eventId();
    Files.write(folder.resolve("event.json"), walk.ledger.event(id));
    Files.write(folder.resolve("old.tlog-proof"), walk.ledger.receipt(id));
    Files.writeString(folder.resolve("key"), walk.ledger.key().format());
    importCut("Reel after the receipt", resource("reel.otio")).expect(201);
    var request = walk.api.as(Account.AUDITOR, PROVENANCE, "").build();
    var token = request.headers().firstValue("Authorization").orElseThrow().split(" ", 2)[1];
    var cli =
        new Cli(
            folder,
            Map.of(
                "PICTURELOCK_PROVENANCE_URL",
                request.uri().toString(),
                "PICTURELOCK_TOKEN",
                token));

    var refreshed =
        cli.run(
            "receipt",
            "refresh",
            "old.tlog-proof",
            "--event",
            "event.json",
            "--title",
            "demo",
            "--key",
            "key",
            "-o",
            "new.tlog-proof");

    assertThat(refreshed.output()).contains("ok       consistency", "has only grown");
    assertThat(refreshed.exitCode()).isZero();
    var verified = cli.run("verify", "new.tlog-proof", "--event", "event.json", "--key", "key");
    assertThat(verified.exitCode()).isZero();
  }

  @Test
  void locksNoCutThatHasAnythingInTheWay() {
    var answer = walk.api.post(PRODUCER, PROVENANCE, cut + "/lock", "{}");

    assertThat(answer.status()).describedAs(answer.text()).isEqualTo(409);
    assertThat(answer.text()).contains("UNRECORDED");
  }

  /// Files of real editing systems, where they are at hand.
  @ParameterizedTest
  @CsvSource({"screening_example.otio, 9", "multitrack.otio, 5"})
  void importsFilesOfRealEditingSystems(String name, int elements) throws IOException {
    var file =
        RunningStack.ROOT.resolveSibling("shared/data/timelines/otio").resolve(name).normalize();
    assumeThat(file).describedAs("the sample %s is not on this machine", name).exists();

    var answer = importCut(name, Files.readString(file)).expect(201).json();

    assertThat(answer.path("elements").asInt()).isEqualTo(elements);
    assertThat(answer.path("unmatched").asInt()).isEqualTo(elements);
    assertThat(elements(CUTS + "/" + answer.path("cut").asText()))
        .allMatch(element -> element.path("verdict").asText().equals("UNRECORDED"));
  }

  private static List<String> reasons(JsonNode element) {
    return element.path("reasons").findValuesAsText("code");
  }

  private int firstIndex() {
    return elements(cut).getFirst().path("index").asInt();
  }

  private List<JsonNode> elements(String of) {
    return items(get(of + "/elements").path("items"));
  }

  private JsonNode get(String path) {
    return walk.api.get(PRODUCER, PROVENANCE, path).expect(200).json();
  }

  private Answer importCut(String name, String file) {
    var path = CUTS + "?name=" + name.replace(" ", "%20") + "&format=otio";
    return walk.api.post(PRODUCER, PROVENANCE, path, "application/octet-stream", file);
  }

  private static List<JsonNode> items(JsonNode array) {
    var items = new ArrayList<JsonNode>();
    array.forEach(items::add);
    return items;
  }

  private static String resource(String name) {
    try (var stream = Objects.requireNonNull(CutTest.class.getResourceAsStream("/" + name), name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
