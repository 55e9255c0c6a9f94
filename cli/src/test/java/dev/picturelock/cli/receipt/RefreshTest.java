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
import dev.picturelock.cli.verify.SampleLedger;
import dev.picturelock.tlog.receipt.Receipt;
import dev.picturelock.tlog.receipt.ReceiptResult.Verified;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshTest {

  private static final int INDEX = 2;
  private static final byte[] OLD = receipt(INDEX, 5, LOG).toBytes();
  private static final byte[] EVENT = event(INDEX);

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
