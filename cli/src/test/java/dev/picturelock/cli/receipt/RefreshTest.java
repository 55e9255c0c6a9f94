package dev.picturelock.cli.receipt;

import static dev.picturelock.cli.verify.SampleLedger.LOG;
import static dev.picturelock.cli.verify.SampleLedger.ORIGIN;
import static dev.picturelock.cli.verify.SampleLedger.event;
import static dev.picturelock.cli.verify.SampleLedger.receipt;
import static dev.picturelock.cli.verify.SampleLedger.signer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.cli.receipt.Refreshed.Forked;
import dev.picturelock.cli.receipt.Refreshed.Newer;
import dev.picturelock.cli.receipt.Refreshed.NotVerified;
import dev.picturelock.cli.receipt.Refreshed.Unproven;
import dev.picturelock.cli.rotation.SampleRotation;
import dev.picturelock.cli.verify.SampleLedger;
import dev.picturelock.tlog.note.Ed25519Signer;
import dev.picturelock.tlog.note.NoteSigner;
import dev.picturelock.tlog.receipt.Receipt;
import dev.picturelock.tlog.receipt.ReceiptResult.Verified;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.IntFunction;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshTest {

  private static final int INDEX = 2;
  private static final byte[] OLD = receipt(INDEX, 5, LOG).toBytes();
  private static final byte[] EVENT = event(INDEX);
  private static final Ed25519Signer NEXT = signer(ORIGIN + "/2", 3);

  @ParameterizedTest
  @ValueSource(ints = {5, 6, 8, 255})
  void takesANewerReceiptOfALedgerThatHasOnlyGrown(int size) {
    var refreshed = refresh(FakeLedger.of(SampleLedger::event, INDEX, size));

    assertThat(refreshed).isInstanceOf(Newer.class);
    var newer = (Newer) refreshed;
    assertThat(newer.now().size().value()).isEqualTo(size);
    assertThat(Receipt.check(newer.receipt(), EVENT, LOG.verifierKey()))
        .isInstanceOf(Verified.class);
    assertThat(RefreshReport.words(newer, "a.tlog-proof"))
        .contains("REFRESHED: the ledger has only grown from size 5 to " + size);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 6, 8, 200})
  void catchesALedgerThatChangedItsPast(int size) {
    var refreshed = refresh(FakeLedger.of(RefreshTest::rewritten, INDEX, size));

    assertThat(refreshed).isInstanceOf(Forked.class);
    var forked = (Forked) refreshed;
    assertThat(RefreshReport.words(forked, "a.tlog-proof.conflict"))
        .contains("FORK:", "size 5, root " + forked.before().root())
        .contains("size %d, root %s".formatted(size, forked.now().root()))
        .contains("a.tlog-proof.conflict");
  }

  @Test
  void catchesALedgerThatShrank() {
    var refreshed = refresh(FakeLedger.of(SampleLedger::event, INDEX, 3));

    assertThat(refreshed)
        .asInstanceOf(InstanceOfAssertFactories.type(Forked.class))
        .satisfies(forked -> assertThat(forked.reason()).isEqualTo("the ledger has shrunk"));
  }

  @Test
  void believesNoTilesThatDoNotLeadToTheSignedRoot() {
    var honest = FakeLedger.of(SampleLedger::event, INDEX, 8);
    var others = Optional.of(SampleLedger.tiles(RefreshTest::rewritten, 8));

    assertThat(refresh(honest.withTiles(others))).isInstanceOf(Unproven.class);
    assertThat(refresh(honest.withTiles(Optional.empty())))
        .asInstanceOf(InstanceOfAssertFactories.type(Unproven.class))
        .satisfies(unproven ->
            assertThat(unproven.reason()).isEqualTo("the ledger does not give tile/0/000.p/8"));
    assertThat(refresh(honest.withTiles(Optional.of(_ -> new byte[33]))))
        .isInstanceOf(Unproven.class);
  }

  @Test
  void namesWhichReceiptDoesNotHold() {
    var honest = FakeLedger.of(SampleLedger::event, INDEX, 8);
    var impostor = signer(ORIGIN, 9);

    assertThat(new Refresh(honest, LOG.verifierKey()).of(OLD, event(3)))
        .asInstanceOf(InstanceOfAssertFactories.type(NotVerified.class))
        .satisfies(refused -> assertThat(refused.which()).isEqualTo("old receipt"))
        .satisfies(refused -> assertThat(refused.step()).isEqualTo("inclusion"));
    assertNewRefused(receipt(INDEX, 8, impostor).toBytes(), "signature");
    assertNewRefused(receipt(3, 8, LOG).toBytes(), "inclusion");
    assertNewRefused("x".getBytes(StandardCharsets.UTF_8), "receipt");
  }

  @Test
  void rememberWhatTheLedgerOnceProved() {
    var forgetful = new FakeLedger(Optional.empty(), Optional.empty());

    assertThat(RefreshReport.words(refresh(forgetful), ""))
        .contains("the ledger says that it has no event", "which it once proved");
  }

  @Test
  void saysHowTheTitleGoesOnWhereTheLogHasEnded() {
    var refreshed = refresh(ended(8, "SCHEDULED", SampleLedger::event, LOG, NEXT));
    var stolen = refresh(ended(8, "KEY_COMPROMISED", SampleLedger::event, LOG, NEXT));

    assertThat(RefreshReport.words(refreshed, "a.tlog-proof"))
        .contains("rotation", "the log ended at size 8; " + ORIGIN + "/2 goes on from there")
        .contains("REFRESHED: the ledger has only grown from size 5 to 8")
        .endsWith("The key of the next log is " + NEXT.verifierKey().format());
    assertThat(RefreshReport.words(stolen, "")).endsWith("of the next log from another source");
  }

  @Test
  void refusesALogThatGoesOnFromAnotherEnd() {
    assertNotCarriedOn(
        ended(7, "SCHEDULED", SampleLedger::event, LOG, NEXT), "does not say that it follows");
    assertNotCarriedOn(
        ended(8, "SCHEDULED", RefreshTest::rewritten, LOG, NEXT), "does not say that it follows");
    assertNotCarriedOn(
        ended(8, "SCHEDULED", SampleLedger::event, NEXT), "did not sign that it follows");
  }

  @Test
  void refusesAnEndThatDoesNotExtendTheReceiptOrHasNoFirstEntryAfterIt() {
    var honest = FakeLedger.of(SampleLedger::event, INDEX, 8);
    var end = SampleLedger.checkpoint(SampleLedger::event, 8, LOG).toBytes();
    var forked = SampleLedger.checkpoint(RefreshTest::rewritten, 8, LOG).toBytes();
    var foreign = SampleLedger.checkpoint(SampleLedger::event, 8, NEXT).toBytes();
    var entry = event(0);
    var first = receipt(0, 3, NEXT).toBytes();
    var second = receipt(1, 3, NEXT).toBytes();

    assertNotCarriedOn(
        honest.endingWith(new Successor(forked, NEXT.verifierKey(), entry, first)),
        "its last checkpoint does not extend the new receipt's");
    assertNotCarriedOn(
        honest.endingWith(new Successor(foreign, NEXT.verifierKey(), entry, first)),
        "last checkpoint: ");
    assertNotCarriedOn(
        honest.endingWith(new Successor(end, NEXT.verifierKey(), entry, first)), "rotation: ");
    assertNotCarriedOn(
        honest.endingWith(new Successor(end, NEXT.verifierKey(), event(1), first)), "first entry");
    assertNotCarriedOn(
        honest.endingWith(new Successor(end, NEXT.verifierKey(), event(1), second)),
        "its receipt is of another one");
  }

  private static void assertNotCarriedOn(Ledger ledger, String reason) {
    assertThat(RefreshReport.words(refresh(ledger), ""))
        .containsPattern("failed +rotation .*" + reason)
        .contains("NOT REFRESHED");
  }

  /// A ledger whose log ended at size 8, and the next one says that it ended thus.
  private static Ledger ended(
      int size, String reason, IntFunction<byte[]> events, NoteSigner... statementBy) {
    var said = SampleLedger.checkpoint(events, size, LOG).checkpoint();
    var rotation = SampleRotation.of(said, LOG, NEXT).because(reason).signedBy(statementBy);
    byte[] entry = rotation.entry();
    var receipt = receipt(index -> index == 0 ? entry : event(index), 0, 3, NEXT).toBytes();
    var end = SampleLedger.checkpoint(SampleLedger::event, 8, LOG).toBytes();
    return FakeLedger.of(SampleLedger::event, INDEX, 8)
        .endingWith(new Successor(end, NEXT.verifierKey(), entry, receipt));
  }

  private static void assertNewRefused(byte[] receipt, String step) {
    var refreshed = refresh(new FakeLedger(Optional.of(receipt), Optional.empty()));

    assertThat(RefreshReport.words(refreshed, ""))
        .endsWith("the first step that failed is: %s of the new receipt".formatted(step));
  }

  /// The same ledger with another past below index 2.
  private static byte[] rewritten(int index) {
    return event(index == 0 ? 200 : index);
  }

  private static Refreshed refresh(Ledger ledger) {
    return new Refresh(ledger, LOG.verifierKey()).of(OLD, EVENT);
  }
}
