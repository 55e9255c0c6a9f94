package dev.picturelock.provenance;

import static dev.picturelock.provenance.ErasureApi.as;
import static dev.picturelock.provenance.ErasureApi.erase;
import static dev.picturelock.provenance.ErasureApi.event;
import static dev.picturelock.provenance.ErasureApi.person;
import static dev.picturelock.provenance.LedgerApi.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.picturelock.contracts.event.Event;
import dev.picturelock.kit.disclosure.Disclosures;
import dev.picturelock.kit.sql.Sql;
import dev.picturelock.provenance.disclosure.RestingValues;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The keys that values rest under: what they tell, and what is left when one is destroyed.
@QuarkusTest
@ProvenanceSlice
class DestroyedKeysSliceTest {
  private static final String KIM = "performer:kim";

  private final Sql sql;
  private final Disclosures disclosures;
  private final RestingValues resting;
  private final PlantedValues values;

  @Inject
  DestroyedKeysSliceTest(
      Sql sql, Disclosures disclosures, RestingValues resting, PlantedValues values) {
    this.sql = sql;
    this.disclosures = disclosures;
    this.resting = resting;
    this.values = values;
  }

  @Test
  void neitherKeysNorRowsTellWhatTheyAreOf() throws IOException {
    var talent = disclosures.disclose("talent", "performer:zebedee");
    values.plant("e12", "comp", talent);
    var row = values.row("e12", talent);

    var key = values.keyFile(row.keyId());

    assertThat(row.keyId()).matches("[0-9a-f]{32}");
    assertThat(Files.getPosixFilePermissions(key)).hasToString("[OWNER_READ, OWNER_WRITE]");
    assertThat(disclosures.box("picturelock subject keys v1").open(Files.readAllBytes(key), "x"))
        .isEmpty();
    assertThat(new String(row.sealed(), StandardCharsets.ISO_8859_1)).doesNotContain("zebedee");
  }

  @Test
  void aSharedKeyIsRenewedForWhatStaysUnderIt() {
    var prompt = disclosures.disclose("prompt", "a likeness of somebody");
    var negative = disclosures.disclose("negativePrompt", "no rain");
    var event = values.plant("e7", "comp", prompt, negative);
    var promptRow = values.row("e7", prompt);
    var negativeRow = values.row("e7", negative);
    assertThat(promptRow.keyId()).isEqualTo(negativeRow.keyId());

    erase(as("privacy", "e7"), "e7", promptOf(event))
        .statusCode(200)
        .body("erased.name", equalTo(List.of("prompt")));

    var renewed = values.row("e7", negative);
    assertThat(renewed.keyId()).isNotEqualTo(negativeRow.keyId());
    assertThat(values.open(renewed)).contains(negative);
    values.nobodyOpens(promptRow);
    assertThat(values.open(negativeRow)).isEmpty();
    erase(as("privacy", "e7"), "e7", event(event.id(), "UNLAWFUL"))
        .body("erased.name", equalTo(List.of("negativePrompt")));
    assertThat(values.rows("e7")).isEmpty();
  }

  @Test
  void aDestroyedKeyIsOverwrittenBeforeItIsRemoved() throws IOException {
    var talent = disclosures.disclose("talent", KIM);
    values.plant("e13", "comp", talent);
    var key = values.keyFile(values.row("e13", talent).keyId());
    var bytes = Files.readAllBytes(key);
    var sameFile = Files.createLink(values.keyFile("another-name"), key);

    erase(as("privacy", "e13"), "e13", person(KIM, "OBJECTION")).body("count", equalTo(1));

    assertThat(Files.exists(key)).isFalse();
    assertThat(Files.readAllBytes(sameFile)).hasSameSizeAs(bytes).isNotEqualTo(bytes);
  }

  /// A file and a row are what a service leaves that dies between the commit and what comes after.
  @Test
  void aKeyThatOutlivedTheCommitIsDestroyedLater() throws IOException {
    var talent = disclosures.disclose("talent", KIM);
    values.plant("e8", "comp", talent);
    var row = values.row("e8", talent);
    var key = values.keyFile(row.keyId());
    var bytes = Files.readAllBytes(key);
    erase(as("privacy", "e8"), "e8", person(KIM, "OBJECTION")).body("count", equalTo(1));

    Files.write(key, bytes);
    sql.update("INSERT INTO key_to_destroy (key_id) VALUES (?)", row.keyId());

    await().atMost(PATIENCE).until(() -> !Files.exists(key));
    await()
        .atMost(PATIENCE)
        .until(() ->
            sql.list("SELECT key_id FROM key_to_destroy", left -> left.text("key_id")).isEmpty());
    values.nobodyOpens(row);
  }

  /// The rows and the name of the key are what a backup brings back that is older than an erasure.
  @Test
  void aDatabaseFromBeforeAnErasureTakesWhatComesAgainAndKeepsNothingNobodyOpens() {
    var prompt = disclosures.disclose("prompt", "a likeness of somebody");
    var negative = disclosures.disclose("negativePrompt", "no rain");
    var event = values.plant("e14", "comp", prompt, negative);
    var backup = values.rows("e14");
    var old = values.row("e14", negative);
    erase(as("privacy", "e14"), "e14", promptOf(event)).statusCode(200);
    var renewed = values.row("e14", negative);
    assertThat(resting.replaceKey(old.subject(), renewed.keyId(), old.keyId())).isTrue();
    resting.delete("e14", values.rows("e14"));
    resting.put(backup);
    assertThat(values.open(values.row("e14", negative))).isEmpty();

    values.disclose("e14", event.id(), prompt);
    values.disclose("e14", event.id(), negative);

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(values.open(values.row("e14", negative))).contains(negative));
    assertThat(values.digests("e14")).containsExactly(negative.digest());
    values.nobodyOpens(old);
    var talent = disclosures.disclose("talent", KIM);
    values.plant("e14", "later", talent);
    assertThat(values.open(values.row("e14", talent))).contains(talent);
  }

  private static String promptOf(Event event) {
    return "{\"event\": \"%s\", \"names\": [\"prompt\"], \"ground\": \"UNLAWFUL\"}"
        .formatted(event.id());
  }
}
