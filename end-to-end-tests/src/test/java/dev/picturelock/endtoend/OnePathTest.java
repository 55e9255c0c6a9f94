package dev.picturelock.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.picturelock.tlog.receipt.Receipt;
import dev.picturelock.tlog.receipt.ReceiptResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From the reported use to the approval and its proof.
@FlowTest
@Order(1)
class OnePathTest {

  private final Walk walk;

  OnePathTest(Walk walk) {
    this.walk = walk;
  }

  @Test
  void classifiesWhatWasRegistered() {
    assertThat(walk.classified.path("tier").asText()).isEqualTo("CAUTION");
    assertThat(texts(walk.classified.path("requiredActions")))
        .containsExactlyInAnyOrder("NOTIFY_CONTACT", "WRITTEN_APPROVAL", "FLAG_EARLY");
    assertThat(texts(walk.classified.path("rules"))).contains("R00", "P4", "D1");
  }

  @Test
  void putsTheReviewIntoTheQueueOfTheContact() {
    assertThat(walk.listedReview.path("tier").asText()).isEqualTo("CAUTION");
    assertThat(walk.listedReview.path("requestedBy").asText()).isEqualTo("client:demo-tool");
    assertThat(texts(walk.listedReview.path("openActions")))
        .containsExactlyInAnyOrder("FLAG_EARLY", "WRITTEN_APPROVAL");
  }

  @Test
  void refusesAnApprovalWhileAnActionIsOpen() {
    var problem = walk.tooEarly.expect(409).json();

    assertThat(problem.path("type").asText()).isEqualTo("urn:picturelock:problem:not-allowed-now");
    assertThat(texts(problem.findPath("openActions"))).containsExactly("FLAG_EARLY");
  }

  @Test
  void letsNobodyApproveAnOwnRequest() {
    assertThat(walk.decidedByTwoHats.status()).isEqualTo(403);
    assertThat(walk.decidedByTwoHats.json().findPath("reasonCode").asText())
        .isEqualTo("SELF_APPROVED");
  }

  @Test
  void letsOnlyTheContactApprove() {
    assertThat(walk.decidedByRequester.status()).isEqualTo(403);
    assertThat(walk.decidedByProducer.status()).isEqualTo(403);
  }

  @Test
  void closesAnActionWithEvidence() {
    assertThat(walk.flagged.json().path("state").asText()).isEqualTo("CLOSED");
    assertThat(walk.flagged.json().path("reasonCode").asText()).isEqualTo("SATISFIED");
    assertThat(walk.decided.json().path("openActions")).isEmpty();
  }

  @Test
  void showsTheApprovalWithTheAsset() {
    assertThat(walk.approved.path("state").asText()).isEqualTo("GRANTED");
    assertThat(walk.approved.path("openActions")).isEmpty();
    assertThat(walk.approved.path("registeredBy").asText()).isEqualTo("client:demo-tool");
  }

  @Test
  void givesAReceiptForEveryEventThatHoldsWithoutTheService() {
    var studio = new Ledger(walk.api, "studio");

    assertThat(walk.events).allSatisfy((_, id) -> assertReceiptHolds(walk.ledger, id));
    assertThat(walk.studioEvents).allSatisfy(id -> assertReceiptHolds(studio, id));
  }

  @Test
  void signsTheRootThatTilesAndEntriesHashTo() {
    var contents = walk.ledger.read();

    assertThat(walk.ledger.rootOfTiles(contents.checkpoint().size()))
        .isEqualTo(contents.checkpoint().root());
    assertThat(contents.events())
        .extracting(event -> event.path("id").asText())
        .doesNotHaveDuplicates();
    assertThat(contents.events())
        .extracting(event -> event.path("type").asText())
        .contains("picturelock.title.opened.v1", "picturelock.approval.granted.v1");
  }

  @Test
  void keepsPromptsAndNamesOutOfTheLedger() {
    var all = walk.ledger.read().events().toString();

    assertThat(all).doesNotContain(Walk.PROMPT, Walk.COMP + "_v007.mov", "\"ana\"");
  }

  @Test
  void verifiesAReceiptOfflineByTheCommandLine(@TempDir Path folder) throws Exception {
    var id = walk.decided.eventId();
    var event = walk.ledger.event(id);
    var forged = event.clone();
    forged[forged.length / 2] ^= 1;
    Files.write(folder.resolve("event.json"), event);
    Files.write(folder.resolve("forged.json"), forged);
    Files.write(folder.resolve("e.tlog-proof"), walk.ledger.receipt(id));
    Files.writeString(folder.resolve("key"), walk.ledger.key().format());

    assertThat(verify(folder, "event.json")).isZero();
    assertThat(verify(folder, "forged.json")).isEqualTo(1);
  }

  private static void assertReceiptHolds(Ledger ledger, String id) {
    assertThat(Receipt.check(ledger.receipt(id), ledger.event(id), ledger.key()))
        .isInstanceOf(ReceiptResult.Verified.class);
  }

  private static int verify(Path folder, String event) {
    return new Cli(folder, Map.of())
        .run("verify", "e.tlog-proof", "--event", event, "--key", "key")
        .exitCode();
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
