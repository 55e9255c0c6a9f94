package dev.picturelock.provenance.verify;

import static dev.picturelock.provenance.verify.SampleLog.LOG;
import static dev.picturelock.provenance.verify.SampleLog.WITNESS;
import static dev.picturelock.provenance.verify.SampleLog.event;
import static dev.picturelock.provenance.verify.SampleLog.key;
import static dev.picturelock.provenance.verify.SampleLog.policy;
import static dev.picturelock.provenance.verify.SampleLog.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.FilePayload;
import dev.picturelock.tlog.note.Ed25519Signer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// The page as a person uses it.
@TestInstance(Lifecycle.PER_CLASS)
class VerifyPageTest {

  private static final byte[] RECEIPT = receipt(5, 7, LOG);
  private static final byte[] EVENT = event(5);

  private final InstalledBrowser browser = InstalledBrowser.orSkip();
  private final VerifyFiles files;
  private final List<String> troubles = new ArrayList<>();
  private Page page;

  VerifyPageTest() throws IOException {
    files = new VerifyFiles();
    page = browser.newPage();
  }

  @BeforeEach
  void open() {
    page = browser.newPage();
    troubles.clear();
    page.onConsoleMessage(message -> troubles.add(message.text()));
    page.onPageError(troubles::add);
    page.navigate(files.url("/verify/"));
  }

  @AfterEach
  void nothingWentWrong() {
    assertThat(troubles).isEmpty();
    page.context().close();
  }

  @AfterAll
  void close() {
    files.close();
    browser.close();
  }

  @Test
  void showsEachStepOfAReceiptThatHolds() {
    give(RECEIPT, EVENT, key());

    check();

    assertThat(verdict()).contains("Verified");
    assertThat(outcomes())
        .containsExactly(
            "receipt ok", "event-hash ok", "origin ok", "signature ok", "inclusion ok");
    assertThat(page.locator("#steps").innerText()).contains("✓", "holds", "index 5 in the tree");
  }

  @Test
  void namesTheFirstStepThatFails() {
    give(RECEIPT, event(4), key());
    check();
    assertThat(outcomes()).endsWith("signature ok", "inclusion failed");
    assertThat(page.locator("#summary").innerText()).endsWith("failed is: inclusion.");

    give(
        RECEIPT,
        EVENT,
        Ed25519Signer.ofSeed(SampleLog.ORIGIN, SampleLog.seed(9)).verifierKey().format());
    check();
    assertThat(outcomes()).endsWith("origin ok", "signature failed", "inclusion skipped");

    give(RECEIPT, EVENT, WITNESS.verifierKey().format());
    check();
    assertThat(outcomes()).endsWith("origin failed", "signature skipped", "inclusion skipped");

    give("no receipt".getBytes(StandardCharsets.UTF_8), EVENT, key());
    check();
    assertThat(outcomes()).startsWith("receipt failed", "event-hash skipped");
  }

  @Test
  void asksForCosignaturesWhereThereIsAPolicy() {
    give(receipt(5, 7, LOG, WITNESS), EVENT, "");
    choose("policy", "tlog.policy", policy(2).getBytes(StandardCharsets.UTF_8));
    check();
    assertThat(outcomes()).contains("quorum failed", "inclusion skipped");

    choose("policy", "tlog.policy", policy(1).getBytes(StandardCharsets.UTF_8));
    check();
    assertThat(outcomes()).contains("quorum ok", "inclusion ok");
  }

  @Test
  void looksWhetherTheLogOfLogsCommitsToTheReceipt() {
    give(RECEIPT, EVENT, key());
    choose("anchor", "event.anchor", new SampleAnchor(RECEIPT).toBytes());
    check();
    assertThat(page.locator("#missing").innerText())
        .isEqualTo("Still needed: the key of the log of logs.");
    assertThat(focused()).isEqualTo("logOfLogsKey");

    page.locator("#logOfLogsKey").fill(SampleAnchor.LOG_OF_LOGS.verifierKey().format());
    check();
    assertThat(outcomes())
        .endsWith(
            "anchor ok",
            "log-of-logs ok",
            "anchored ok",
            "label ok",
            "commitment ok",
            "checkpoint ok");
    assertThat(page.locator("#summary").innerText()).endsWith("the log of logs commits to it.");

    choose("anchor", "event.anchor", new SampleAnchor(receipt(5, 6, LOG)).toBytes());
    check();
    assertThat(outcomes()).endsWith("commitment ok", "checkpoint failed");
  }

  @Test
  void wantsTheAnchorThatAKeyOfTheLogOfLogsIsFor() {
    give(RECEIPT, EVENT, key());
    page.locator("#logOfLogsKey").fill(SampleAnchor.LOG_OF_LOGS.verifierKey().format());

    check();

    assertThat(page.locator("#missing").innerText()).isEqualTo("Still needed: the anchor.");
  }

  @Test
  void checksTheReceiptsOfACutWithAKeyAlone() {
    choose("receipt", "cut.zip", SampleCut.zip(SampleCut.whole().files()));
    assertThat(page.locator("#event-state").innerText()).startsWith("Not needed");
    page.locator("#key").fill(key());
    check();
    assertThat(verdict()).contains("Verified");
    assertThat(outcomes())
        .containsExactly(
            "archive ok",
            "checkpoint ok",
            "rotation ok",
            "checkpoint ok",
            "receipts ok",
            "elements ok");
    assertThat(page.locator("#summary").innerText()).startsWith("All 2 events are in the log");

    page.locator("#key").fill(WITNESS.verifierKey().format());
    check();
    assertThat(page.locator("#summary").innerText())
        .isEqualTo("The first failure is in logs/1/key, step: key.");
    assertThat(outcomes()).containsExactly("archive ok", "key failed");
  }

  @Test
  void saysThatAnEditorAddedALineEnd() {
    give(RECEIPT, "leaf 5\n".getBytes(StandardCharsets.UTF_8), key());

    check();

    assertThat(page.locator("#steps").innerText()).contains("ends with a line end");
  }

  @Test
  void takesBackAResultWhenAnotherFileIsChosen() {
    give(RECEIPT, EVENT, key());
    check();

    choose("event", "event.json", event(4));

    assertThat(page.locator("#result").isVisible()).isFalse();
  }

  @Test
  void takesBackAResultWhenAFileIsReadToItsEndAfterIt() {
    give(RECEIPT, EVENT, key());
    chooseButHoldBack("anchor", new SampleAnchor(RECEIPT).toBytes());
    check();
    assertThat(verdict()).contains("Verified");

    page.evaluate("goOn()");
    page.locator("[data-input=anchor].given").waitFor();

    assertThat(page.locator("#result").isVisible()).isFalse();
  }

  @Test
  void aFileThatIsReadSlowlyDoesNotReplaceTheOneThatWasChosenAfterIt() {
    give(RECEIPT, EVENT, key());
    chooseButHoldBack("event", event(4));
    choose("event", "event.json", EVENT);

    page.evaluate("goOn()");
    check();

    assertThat(verdict()).contains("Verified");
  }

  @Test
  void saysWhatIsMissingAndGoesThere() {
    choose("receipt", "event.tlog-proof", RECEIPT);

    check();

    assertThat(page.locator("#missing").innerText()).isEqualTo("Still needed: the event, the key.");
    assertThat(focused()).isEqualTo("event");
  }

  @Test
  void saysWhichKeyCannotBeUsed() {
    give(RECEIPT, EVENT, key().substring(1));

    check();

    assertThat(page.locator("#key-state").innerText()).startsWith("Cannot be used: verifier key");
    assertThat(page.locator("#key").getAttribute("aria-invalid")).isEqualTo("true");
    assertThat(focused()).isEqualTo("key");
  }

  @Test
  void isWorkedWithTheKeyboardAlone() {
    choose("receipt", "event.tlog-proof", RECEIPT);
    choose("event", "event.json", EVENT);
    var visited = new ArrayList<String>();
    for (int i = 0; i < 4; i++) {
      page.keyboard().press("Tab");
      visited.add(focused());
      if (focused().equals("key")) {
        page.keyboard().type(key());
      }
    }
    page.locator("#key").focus();
    page.keyboard().press("Enter");
    page.locator("#result").waitFor();

    assertThat(visited).contains("key");
    assertThat(focused()).isEqualTo("verdict");
    assertThat(page.locator("[role=status]").textContent()).startsWith("✓ Verified");
  }

  @Test
  void everyFieldHasALabel() {
    var unlabelled =
        page.locator("input").all().stream()
            .filter(input -> input.evaluate("one => one.labels.length").equals(0))
            .filter(input -> input.getAttribute("aria-label") == null)
            .toList();

    assertThat(unlabelled).isEmpty();
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
    assertThat(page.locator("h1").count()).isOne();
  }

  @Test
  void takesSeveralDroppedFilesWhereTheyBelong() {
    page.evaluate(
        """
        ([receipt, event, key]) => {
          const bytes = (text) => Uint8Array.from(text, (octet) => octet.charCodeAt(0));
          const files = new DataTransfer();
          files.items.add(new File([bytes(key)], 'a'));
          files.items.add(new File([bytes(event)], 'b'));
          files.items.add(new File([bytes(receipt)], 'c'));
          document.body.dispatchEvent(
            new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));
        }
        """,
        List.of(octets(RECEIPT), octets(EVENT), key() + "\n"));
    page.locator(".given").nth(2).waitFor();

    check();

    assertThat(verdict()).contains("Verified");
  }

  @Test
  void sendsNothingOnceItIsLoaded() {
    page.waitForLoadState();
    var requests = new ArrayList<String>();
    page.onRequest(request -> requests.add(request.url()));
    // the browser itself fetches the icon of the page whenever it likes
    Predicate<String> ofTheBrowser = url -> url.endsWith("/verify/icon.svg");

    give(RECEIPT, EVENT, key());
    page.context().setOffline(true);
    check();

    assertThat(verdict()).contains("Verified");
    assertThat(requests).allMatch(ofTheBrowser);
  }

  @Test
  void couldSendNothingEvenIfItWanted() {
    var refused =
        page.evaluate(
            """
            async () => {
              try { await fetch('/empty.html'); return false; } catch { return true; }
            }
            """);

    assertThat(refused).isEqualTo(true);
    assertThat(troubles).isNotEmpty().allMatch(trouble -> trouble.contains("Content Security"));
    troubles.clear();
  }

  @Test
  void loadsOnlyItsOwnFiles() {
    var loaded = new ArrayList<Request>();
    page.onRequest(loaded::add);

    page.reload();

    assertThat(loaded).allMatch(request -> request.url().startsWith(files.url("/verify/")));
  }

  private void give(byte[] receipt, byte[] event, String key) {
    choose("receipt", "event.tlog-proof", receipt);
    choose("event", "event.json", event);
    page.locator("#key").fill(key);
  }

  private void choose(String input, String name, byte[] bytes) {
    var box = page.locator("[data-input=" + input + "]");
    page.locator("#" + input)
        .setInputFiles(new FilePayload(name, "application/octet-stream", bytes));
    box.and(page.locator(".given")).waitFor();
  }

  /// The page gets to the end of this file only when the test calls `goOn()`.
  private void chooseButHoldBack(String input, byte[] bytes) {
    page.evaluate(
        """
        () => {
          const read = Blob.prototype.arrayBuffer;
          Blob.prototype.arrayBuffer = function () {
            Blob.prototype.arrayBuffer = read;
            return new Promise((resolve) => {
              window.goOn = async () => resolve(await read.call(this));
            });
          };
        }
        """);
    page.locator("#" + input)
        .setInputFiles(new FilePayload("slow", "application/octet-stream", bytes));
    page.waitForFunction("() => window.goOn !== undefined");
  }

  /// Presses the button and waits until the page has something to say.
  private void check() {
    page.getByText("Check", new Page.GetByTextOptions().setExact(true)).click();
    page.locator("#verdict:visible, #missing:visible").first().waitFor();
  }

  private String verdict() {
    return page.locator("#verdict").innerText();
  }

  private List<String> outcomes() {
    return page.locator("#steps li").all().stream().map(VerifyPageTest::outcome).toList();
  }

  private static String outcome(Locator step) {
    return step.getAttribute("data-step") + " " + step.getAttribute("data-outcome");
  }

  private String focused() {
    return (String) page.evaluate("document.activeElement.id");
  }

  private static String octets(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
