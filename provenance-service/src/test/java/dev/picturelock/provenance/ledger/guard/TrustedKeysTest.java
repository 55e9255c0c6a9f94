package dev.picturelock.provenance.ledger.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.picturelock.provenance.ledger.guard.Alarm.Kind;
import dev.picturelock.provenance.ledger.log.Head;
import dev.picturelock.provenance.ledger.log.LogId;
import dev.picturelock.provenance.ledger.log.LogKeys;
import dev.picturelock.provenance.ledger.log.SomeKeys;
import dev.picturelock.tlog.checkpoint.Checkpoint;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.note.Ed25519Signer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustedKeysTest {
  private static final String DEMO = SomeKeys.PREFIX + "/demo";
  private static final Ed25519Signer THIEF = Ed25519Signer.ofSeed(DEMO, seed(66));

  private final Path folder;
  private Anchors anchors;

  @SuppressWarnings("NullAway.Init") // @BeforeEach gives the rest
  TrustedKeysTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void begin() throws IOException {
    secret("log-signing.seed", 1);
    anchors = new Anchors(new Settings(folder.resolve("anchors"), Duration.ofMinutes(10)));
  }

  @Test
  void aKeyThatGrowsFromASecretOfOursIsTheLogs() {
    assertThat(objection(keys(), begun(keys()))).isEmpty();
  }

  @Test
  void aKeyThatOnlyTheDatabaseKnowsIsNobodys() {
    assertThat(objection(keys(), under(THIEF)))
        .get()
        .matches(objection -> objection.kind() == Kind.ANCHORS_LOST)
        .matches(objection -> objection.detail().contains(THIEF.verifierKey().format()));
  }

  @Test
  void aKeyOfAnotherLogIsNotThisLogs() {
    var other = keys().begin("other", Instant.EPOCH, _ -> false);

    assertThat(objection(keys(), with(DEMO, other.verifierKey())))
        .get()
        .matches(objection -> objection.detail().contains("called otherwise"));
  }

  @Test
  void theKeyOfALogWhoseSecretIsRetiredIsTheOneThatSignedWhatWasReleased() throws IOException {
    var log = begun(keys());
    release(keys().signer(log), 3);
    secret("log-signing.seed", 9);

    assertThat(objection(keys(), log)).isEmpty();
    assertThat(objection(keys(), under(THIEF)))
        .get()
        .matches(objection -> objection.kind() == Kind.DAMAGED)
        .matches(objection -> objection.detail().contains("size 3 was released under another"));
  }

  @Test
  void anOlderSecretThatWasStolenYieldsNoKeyForALogThatANewerOneBegan() throws IOException {
    var stolen = begun(keys());
    secret("log-signing-2.seed", 2);
    var log = begun(keys());
    release(keys().signer(log), 3);

    assertThat(objection(keys(), log)).isEmpty();
    assertThat(objection(keys(), stolen)).isPresent();
    var published = new PublishedCheckpoints(keys(), anchors, _ -> true);
    var forged = signed(keys().signer(stolen), 5).getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> published.follow(forged))
        .isInstanceOf(Anchors.ContradictionException.class)
        .hasMessage("size 3 and size 5 were released under two keys");
  }

  @Test
  void aLogFromBeforeKeysPerLogHasTheKeyOfTheFirstSecretAndNoOther() {
    var eldest = Ed25519Signer.ofSeed(DEMO, seed(1));
    release(eldest, 3);

    assertThat(objection(keys(), with(DEMO, ""))).isEmpty();
    assertThat(objection(keys(), under(eldest))).isEmpty();
    assertThat(objection(keys(), begun(keys()))).isPresent();
  }

  @Test
  void theOperatorStandsUpForAKeyThatNothingKnowsAndForNoOther() {
    var trusted = new TrustedKeys(keys(), anchors);
    var unknown = under(Ed25519Signer.ofSeed(DEMO, seed(5)));

    trusted.vouch(unknown);

    assertThat(objection(trusted, unknown)).isEmpty();
    assertThat(objection(trusted, under(THIEF))).isPresent();
    assertThat(objection(trusted, begun(keys()))).isPresent();
  }

  @Test
  void nobodyCanStandUpAgainstWhatWasReleased() {
    var log = begun(keys());
    release(keys().signer(log), 3);
    var trusted = new TrustedKeys(keys(), anchors);

    trusted.vouch(under(THIEF));

    assertThat(objection(trusted, under(THIEF))).isPresent();
    assertThat(objection(trusted, log)).isEmpty();
  }

  @Test
  void onlyTheLogsOwnKeyHasSignedWhatMayLeave() throws IOException {
    var log = begun(keys());
    var trusted = new TrustedKeys(keys(), anchors);
    var later = Anchor.parse(signed(keys().signer(log), 5));
    assertThat(trusted.hasSigned(later)).isTrue();
    assertThat(trusted.hasSigned(Anchor.parse(signed(THIEF, 5)))).isFalse();

    release(keys().signer(log), 3);
    assertThat(objection(trusted, log)).isEmpty();
    secret("log-signing.seed", 9);

    assertThat(trusted.hasSigned(later)).isTrue();
    assertThat(trusted.hasSigned(Anchor.parse(signed(keys().signer(begun(keys())), 5)))).isFalse();
    assertThat(new TrustedKeys(keys(), anchors).hasSigned(later)).isFalse();
  }

  private Optional<Finding> objection(LogKeys keys, Head head) {
    return objection(new TrustedKeys(keys, anchors), head);
  }

  private static Optional<Finding> objection(TrustedKeys trusted, Head head) {
    return trusted.objection(head);
  }

  private void release(Ed25519Signer signer, long size) {
    anchors.learn(Anchor.parse(signed(signer, size)));
  }

  private static String signed(Ed25519Signer signer, long size) {
    var root = Hash.leaf(new byte[] {(byte) size});
    return SignedCheckpoint.sign(new Checkpoint(DEMO, new TreeSize(size), root), signer).format();
  }

  private LogKeys keys() {
    return SomeKeys.in(folder);
  }

  private static Head begun(LogKeys keys) {
    return keys.begin("demo", Instant.EPOCH, _ -> false);
  }

  private static Head under(Ed25519Signer signer) {
    return with(DEMO, signer.verifierKey().format());
  }

  private static Head with(String origin, String verifierKey) {
    return new Head(
        LogId.first("demo"),
        0,
        origin,
        verifierKey,
        TreeSize.ZERO,
        Hash.EMPTY_ROOT,
        "",
        Instant.EPOCH);
  }

  private void secret(String name, int value) throws IOException {
    SomeKeys.write(folder.resolve(name), Base64.getEncoder().encodeToString(seed(value)));
  }

  private static byte[] seed(int value) {
    var seed = new byte[32];
    Arrays.fill(seed, (byte) value);
    return seed;
  }

  private record Settings(Path anchorsDir, Duration scrubPeriod) implements GuardConfig {}
}
