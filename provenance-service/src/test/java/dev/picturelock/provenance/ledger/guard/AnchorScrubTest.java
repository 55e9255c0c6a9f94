package dev.picturelock.provenance.ledger.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.picturelock.provenance.ledger.guard.LedgerTables.AnchorRow;
import dev.picturelock.provenance.ledger.log.Head;
import dev.picturelock.provenance.ledger.log.LogId;
import dev.picturelock.provenance.ledger.log.SomeKeys;
import dev.picturelock.tlog.anchor.AnchorEntry;
import dev.picturelock.tlog.anchor.Commitment;
import dev.picturelock.tlog.anchor.Label;
import dev.picturelock.tlog.checkpoint.Checkpoint;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.note.Ed25519Signer;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnchorScrubTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final UUID ENTRY = new UUID(7, 7);

  @TempDir Path folder;
  private AnchorScrub scrub;
  private List<AnchorRow> rows;
  private Ed25519Signer signer;
  private Head head;

  @SuppressWarnings("NullAway.Init") // JUnit gives the folder, @BeforeEach the rest
  AnchorScrubTest() {}

  @BeforeEach
  void aLogThatIsAnchoredOften() {
    var keys = SomeKeys.in(folder);
    head = keys.begin("demo", NOON, _ -> false);
    signer = keys.signer(head);
    rows = LongStream.rangeClosed(1, 200).mapToObj(this::sound).toList();
    scrub = new AnchorScrub(keys, tables());
  }

  @Test
  void whatTheLogOfLogsCommitsToIsSoundToTheLastRow() {
    scrub.audit(head, _ -> {});

    rows = with(190, sound(190, NOON.plusNanos(1_000)));

    assertThatThrownBy(() -> scrub.audit(head, _ -> {})).isInstanceOf(RowDamagedException.class);
  }

  @Test
  void anEntryOfTheLogOfLogsUnderAnotherIdIsFound() {
    rows = with(3, new AnchorRow(3, text(3), ENTRY, Optional.empty(), Optional.of(NOON)));

    finds("log_anchor size 3", "the log of logs has no entry " + ENTRY);
  }

  @Test
  void anotherEntryThanTheOneThatCommitsToItIsFound() {
    rows = with(3, new AnchorRow(3, text(3), ENTRY, sound(4).entry(), Optional.of(NOON)));

    finds("log_anchor size 3", "commits to another");
  }

  @Test
  void anotherCheckpointIsFoundEvenIfTheCommitmentDoesNotCoverTheChange() {
    var unsigned = text(3).replaceAll("(?m)^— (\\S+) .{8}", "— $1 AAAAAAAA");
    rows = with(3, new AnchorRow(3, text(4), ENTRY, sound(3).entry(), Optional.of(NOON)));
    finds("log_anchor size 3", "its checkpoint is of size 4");

    rows = with(3, new AnchorRow(3, unsigned, ENTRY, sound(3).entry(), Optional.of(NOON)));
    finds("log_anchor size 3", "its checkpoint is not signed");

    rows = with(3, new AnchorRow(3, "torn", ENTRY, sound(3).entry(), Optional.of(NOON)));
    finds("log_anchor size 3", "");
  }

  @Test
  void anEntryThatSaysItWasWrittenAfterItWasCommittedToIsFound() {
    rows = with(3, sound(3, NOON.plusNanos(1_000)));
    finds("log_entry idx 2", "written at 2026-11-22T12:00:00.000001Z");

    rows = with(3, new AnchorRow(3, text(3), ENTRY, sound(3).entry(), Optional.empty()));
    finds("log_entry idx 2", "no time");
  }

  private void finds(String place, String detail) {
    assertThatThrownBy(() -> scrub.audit(head, _ -> {}))
        .isInstanceOfSatisfying(
            RowDamagedException.class,
            damage -> {
              assertThat(damage.place()).isEqualTo(place);
              assertThat(damage.detail()).contains(detail);
            });
  }

  private AnchorRow sound(long size) {
    return sound(size, NOON);
  }

  private AnchorRow sound(long size, Instant written) {
    var checkpoints = new TreeMap<Label, Commitment>();
    checkpoints.put(
        Label.of(signer.verifierKey(), NOON),
        Commitment.of(SignedCheckpoint.parse(text(size)).checkpoint()));
    var entry = new AnchorEntry(checkpoints, NOON).toBytes();
    return new AnchorRow(size, text(size), ENTRY, Optional.of(entry), Optional.of(written));
  }

  private String text(long size) {
    var checkpoint = new Checkpoint(head.origin(), new TreeSize(size), Hash.leaf(new byte[] {1}));
    return SignedCheckpoint.sign(checkpoint, signer).format();
  }

  private List<AnchorRow> with(long size, AnchorRow changed) {
    return LongStream.rangeClosed(1, 200)
        .mapToObj(one -> one == size ? changed : sound(one))
        .toList();
  }

  /// Tables that have these rows and nothing else.
  private LedgerTables tables() {
    return (LedgerTables)
        Proxy.newProxyInstance(
            LedgerTables.class.getClassLoader(),
            new Class<?>[] {LedgerTables.class},
            (_, method, asked) -> {
              assertThat(method.getName()).isEqualTo("anchors");
              assertThat(asked[0]).isEqualTo(LogId.first("demo"));
              return rows.stream()
                  .filter(row -> row.size() >= (long) asked[2])
                  .limit((int) asked[3])
                  .toList();
            });
  }
}
