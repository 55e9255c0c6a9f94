package dev.picturelock.approval.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.picturelock.kit.json.JsonPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The gate against the shared table of cases.
class SharedGateCasesTest {
  private static final int CASES = 26;

  @Test
  void judgesEverySharedCaseAsTheTableSays() throws IOException {
    var root = Path.of(System.getProperty("picturelock.root", ".."));
    var table = root.resolve("../shared/data/consent-gate-cases.csv");
    assumeTrue(Files.isReadable(table), "skipped: the shared case table is not beside the project");
    var cases = Csv.parse(Files.readString(table));

    var wrong = new TreeSet<String>();
    for (var row : cases) {
      var verdict = judge(row);
      var seen = (verdict.opensTheGate() ? "OPEN " : "CLOSED ") + verdict;
      var wanted = row.get("expected_gate") + " " + row.get("expected_reason");
      if (!seen.equals(wanted)) {
        wrong.add(row.get("id") + ": want " + wanted + ", got " + seen);
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(cases).hasSize(CASES);
  }

  private static ReasonCode judge(Map<String, String> row) throws IOException {
    var documents = new ArrayList<Document>();
    for (var document : json(row, "evidence")) {
      documents.add(document(document));
    }
    return Gate.judge(
        ActionKind.valueOf(String.valueOf(row.get("requirement"))),
        documents,
        use(json(row, "use")));
  }

  private static JsonNode json(Map<String, String> row, String column) throws IOException {
    return JsonPolicy.tolerant().readTree(String.valueOf(row.get(column)));
  }

  private static Document document(JsonNode json) {
    return "WRITTEN_APPROVAL".equals(json.path("type").asText()) ? approval(json) : consent(json);
  }

  private static Document consent(JsonNode json) {
    var uses = new TreeSet<String>();
    json.path("uses").forEach(use -> uses.add(use.asText()));
    return new Document.Consent(
        ActionKind.valueOf(json.path("type").asText()),
        json.path("subject").asText(),
        json.path("signer").asText(),
        SignerRole.valueOf(json.path("signerRole").asText().toUpperCase(Locale.ROOT)),
        false,
        ConsentForm.valueOf(json.path("form").asText().toUpperCase(Locale.ROOT)),
        json.path("production").asText(),
        uses,
        text(json, "useDescription"),
        LocalDate.parse(json.path("validFrom").asText()),
        day(json, "validTo"),
        day(json, "revokedAt"));
  }

  private static Document approval(JsonNode json) {
    var conditions = new ArrayList<Document.Condition>();
    json.path("conditions")
        .forEach(condition ->
            conditions.add(
                new Document.Condition(
                    condition.path("text").asText(), condition.path("met").asBoolean())));
    return new Document.Approval(
        json.path("approver").asText(),
        json.path("requester").asText(),
        json.path("assetHash").asText(),
        "signed_record".equals(json.path("form").asText()),
        "refused".equals(json.path("decision").asText()),
        LocalDate.parse(json.path("decidedAt").asText()),
        List.copyOf(conditions));
  }

  private static IntendedUse use(JsonNode json) {
    return new IntendedUse(
        json.path("production").asText(),
        json.has("use") ? Set.of(json.path("use").asText()) : Set.of(),
        LocalDate.parse(json.path("date").asText()),
        text(json, "subject"),
        json.path("subjectIsMinor").asBoolean(),
        json.path("subjectIsDeceased").asBoolean(),
        text(json, "assetHash"),
        text(json, "requester"));
  }

  private static @Nullable LocalDate day(JsonNode json, String field) {
    var text = text(json, field);
    return text == null ? null : LocalDate.parse(text);
  }

  private static @Nullable String text(JsonNode json, String field) {
    return json.hasNonNull(field) ? json.path(field).asText() : null;
  }
}
