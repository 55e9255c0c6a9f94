package dev.picturelock.provenance.ledger.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.picturelock.contracts.event.Topic;
import dev.picturelock.kit.outbox.OutboxGate.Leaving;
import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.sql.Sql;
import dev.picturelock.provenance.ProvenanceSlice;
import dev.picturelock.provenance.ledger.Ledger;
import dev.picturelock.provenance.ledger.Ledgers;
import dev.picturelock.provenance.ledger.guard.Alarm.Kind;
import dev.picturelock.provenance.ledger.log.Entry;
import dev.picturelock.provenance.ledger.log.Head;
import dev.picturelock.provenance.ledger.log.LogKeys;
import dev.picturelock.provenance.ledger.log.Logs;
import dev.picturelock.provenance.ledger.log.Tiles;
import dev.picturelock.tlog.checkpoint.Checkpoint;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.note.Ed25519Signer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each test is an installation with one title, whose log was released at 300 and at 600 entries,
/// and something that must not happen to it. What it leaves in the tables would stop any service
/// that looks, so this service looks at nothing by itself and is nobody else's.
@QuarkusTest
@ProvenanceSlice
@TestProfile(GuardSliceTest.LooksAtNothing.class)
class GuardSliceTest {
  public static final class LooksAtNothing implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("picturelock.guard.scrub-period", "1h", "picturelock.log-of-logs.period", "1h");
    }
  }

  private static final String DROP_TRIGGER =
      "DROP TRIGGER log_entry_is_append_only ON log_entry;"
          + " CREATE TRIGGER log_entry_is_append_only BEFORE ";

  private static int titles;

  private final Ledger ledger;
  private final Ledgers ledgers;
  private final Logs logs;
  private final Tiles tiles;
  private final LogKeys keys;
  private final LedgerTables tables;
  private final Sql sql;
  private final TransactionSynchronizationRegistry transaction;
  private final String database;
  private final List<GuardedInstance> instances = new ArrayList<>();

  @TempDir Path folder;
  private DamagedTitle title;
  private GuardedInstance before;
  private String id;
  private Head at300;
  private Head at600;

  @Inject
  @SuppressWarnings("NullAway.Init") // JUnit gives the folder, @BeforeEach the rest
  GuardSliceTest(
      Ledger ledger,
      Ledgers ledgers,
      Logs logs,
      Tiles tiles,
      LogKeys keys,
      LedgerTables tables,
      Sql sql,
      TransactionSynchronizationRegistry transaction,
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String database) {
    this.ledger = ledger;
    this.ledgers = ledgers;
    this.logs = logs;
    this.tiles = tiles;
    this.keys = keys;
    this.tables = tables;
    this.sql = sql;
    this.transaction = transaction;
    this.database = database;
  }

  @BeforeEach
  void releaseATitleTwice(TestInfo test) {
    titles++;
    id = "guarded" + titles;
    title = new DamagedTitle(id, ledger, logs, database);
    before = start();
    assertThat(before.isOpen()).describedAs(test.getDisplayName()).isTrue();
    at300 = title.grow(300);
    before.guard.release(at300);
    title.backUp("at300");
    at600 = title.grow(300);
    before.guard.release(at600);
  }

  @AfterEach
  void end() {
    instances.forEach(GuardedInstance::close);
  }

  @Test
  void goesOnAfterARestartWhereNothingHappened() {
    var restarted = restart();

    assertThat(restarted.isOpen()).isTrue();
    restarted.guard.requireExtensible(at600);
    restarted.guard.requireFreezable(at600, false);
    assertThatThrownBy(() -> restarted.guard.requireFreezable(at600, true))
        .isInstanceOf(ProblemException.class);
    assertThat(restarted.scrubber.passNow().findings()).isEmpty();
    assertThat(restarted.scrubber.last()).get().matches(pass -> pass.entries() == 600);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          UPDATE log_entry SET data = set_byte(data, 9, 65) WHERE idx = 523 AND title_id = ;\
           log_entry idx 523 ; so the bytes were changed
          UPDATE log_entry SET leaf_hash = set_byte(leaf_hash, 3, 1) WHERE idx = 17 AND title_id = ;\
           log_entry idx 17 ; so the column was changed
          UPDATE log_entry SET event_id = gen_random_uuid() WHERE idx = 41 AND title_id = ;\
           log_entry idx 41 ; is not in its bytes
          DELETE FROM log_entry WHERE idx = 255 AND title_id = ;\
           log_entry idx 255 ; the row is missing
          UPDATE log_tile SET hashes = set_byte(hashes, 17*32+5, 7) WHERE level = 0 AND n = 1 AND title_id = ;\
           log_tile level 0 n 1 hash 17 ; entry 273
          UPDATE log_tile SET hashes = set_byte(hashes, 32+5, 7) WHERE level = 1 AND n = 0 AND title_id = ;\
           log_tile level 1 n 0 hash 1 ; differs at hash 1
          UPDATE log_tile SET hashes = hashes || hashes WHERE level = 1 AND title_id = ;\
           log_tile level 1 n 0 hash 2 ; 4 hashes are stored, 2 are signed
          DELETE FROM log_tile WHERE level = 0 AND n = 0 AND title_id = ;\
           log_tile tile/0/000 ; is missing
          UPDATE log_entry SET data = decode(repeat(md5(idx::text), 5000), chr(104) || chr(101) || chr(120)) WHERE idx = 3 AND title_id = ;\
           log_entry idx 3 ; more than the 65535 bytes
          INSERT INTO log_entry SELECT title_id, 600, gen_random_uuid(), leaf_hash, data, at FROM log_entry WHERE idx = 5 AND title_id = ;\
           log_entry idx 600 ; behind the end
          """)
  void aScrubFindsTheExactPlaceOfADamage(String damage, String place, String detail) {
    title.asSuperuser(damage + "'" + id + "'");

    var findings = before.scrubber.passNow().findings();

    assertThat(findings).hasSize(1);
    assertThat(before.alarm().kind()).isEqualTo(Kind.DAMAGED);
    assertThat(before.alarm().where()).contains("title " + id).endsWith(place);
    assertThat(before.alarm().detail()).contains(detail);
    assertThatThrownBy(() -> before.guard.requireExtensible(at600))
        .isInstanceOf(SigningStoppedException.class);
  }

  @Test
  void aRowThatCannotBeReadIsAFindingAndNoOutage() {
    title.asSuperuser("ALTER TABLE log_entry ALTER leaf_hash DROP NOT NULL");
    try {
      title.asSuperuser(
          "UPDATE log_entry SET leaf_hash = NULL WHERE idx = 7 AND title_id = '%s'".formatted(id));

      assertThat(before.scrubber.passNow().findings()).hasSize(1);

      assertThat(before.alarm().kind()).isEqualTo(Kind.DAMAGED);
      assertThat(before.alarm().where()).contains("title " + id).endsWith("log_tile");
      assertThat(before.alarm().detail()).contains("leaf_hash");
    } finally {
      title.lose();
      title.asSuperuser("ALTER TABLE log_entry ALTER leaf_hash SET NOT NULL");
    }
  }

  @Test
  void anEventIsFoundByItsOwnIdInAnySpellingAndByNoIdThatItsDataNames() {
    var own = UUID.nameUUIDFromBytes((id + "own").getBytes(StandardCharsets.UTF_8));
    var named = UUID.nameUUIDFromBytes((id + "named").getBytes(StandardCharsets.UTF_8));
    var spelled =
        "{ \"data\":{\"id\":\"%s\"},\n \"\\u0069d\" : \"%s\", \"actor\":\"tool\" }"
            .formatted(named, own);
    title.grow(List.of(new Entry(own, spelled.getBytes(StandardCharsets.UTF_8))));

    assertThat(before.scrubber.passNow().findings()).isEmpty();
    title.asSuperuser(
        "UPDATE log_entry SET event_id = '%s' WHERE event_id = '%s'".formatted(named, own));
    assertThat(before.scrubber.passNow().findings()).hasSize(1);

    assertThat(before.alarm().where()).endsWith("log_entry idx 600");
    assertThat(before.alarm().detail()).contains("is not in its bytes");
  }

  @ParameterizedTest
  @CsvSource({
    "'root = set_byte(root, 0, 1), size = size'",
    "size = 601",
    "size = 599",
    "'checkpoint = replace(checkpoint, chr(10) || ''600'', chr(10) || ''601'')'",
    "checkpoint = 'nonsense'"
  })
  void aChangedHeadIsNeverBuiltUponAndNeverReleased(String change) {
    title.asSuperuser("UPDATE log_state SET %s WHERE title_id = '%s'".formatted(change, id));
    var head = title.head();

    assertThatThrownBy(() -> before.guard.release(head)).isInstanceOf(ProblemException.class);

    assertThatThrownBy(() -> restart().guard.requireExtensible(head))
        .isInstanceOf(SigningStoppedException.class);
    assertThat(before.alarm().where()).contains("title " + id).contains("log_state");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void aLogThatSomebodyGaveAKeyOfHisOwnIsNeverReleasedNorBuiltUpon(int forgedEntries) {
    if (forgedEntries > 0) {
      var _ = title.grow(forgedEntries);
    }
    title.rekey(Ed25519Signer.ofSeed(at600.origin(), new byte[32]));
    var head = title.head();

    assertThatThrownBy(() -> before.guard.release(head)).isInstanceOf(ProblemException.class);

    assertThat(before.alarm().kind()).isEqualTo(Kind.DAMAGED);
    assertThat(before.alarm().where()).contains("title " + id).endsWith("log_state verifier_key");
    assertThat(before.anchors.newest(at600.origin()).orElseThrow().checkpoint())
        .isEqualTo(at600.checkpoint());
    assertThat(before.scrubber.passNow().findings()).hasSize(1);
    var restarted = restart();
    assertThat(restarted.alarm().where()).endsWith("log_state verifier_key");
    assertThatThrownBy(() -> restarted.guard.requireExtensible(head))
        .isInstanceOf(SigningStoppedException.class);
    assertThat(restarted.scrubber.passNow().findings()).hasSize(1);
  }

  @Test
  void aKeyThatWasExchangedIsNotToldAsOneThatIsLost() {
    title.rekey(Ed25519Signer.ofSeed(at600.origin(), new byte[32]));

    assertThatThrownBy(() -> before.guard.requireExtensible(title.head()))
        .isInstanceOf(SigningStoppedException.class);

    assertThat(before.alarm().kind()).isEqualTo(Kind.DAMAGED);
  }

  @Test
  void theOperatorVouchesForALogThatNothingKnowsAndOnlyForThat() throws IOException {
    title.rekey(Ed25519Signer.ofSeed(at600.origin(), new byte[32]));
    var lost = Files.createDirectories(folder.resolve("new"));
    Files.createFile(lost.resolve("adopt"));
    Files.createFile(folder.resolve("adopt"));

    assertThat(restart().alarm().kind()).isEqualTo(Kind.DAMAGED);
    // believed, but nobody can sign for it
    assertThat(start(lost, TestTopic.empty()).alarm().kind()).isEqualTo(Kind.KEY_LOST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"changed", "of a thief", "of nobody", "nonsense", "empty"})
  void aCheckpointThatTheLogHasNotSignedNeverLeavesNorIsRemembered(String forgery) {
    var outbox = before.outbox;
    assertThat(outbox.isOpen()).isTrue();
    var forged = new Leaving(Topic.CHECKPOINT.topicName(), forged(forgery));

    assertThatThrownBy(() -> outbox.leaving(List.of(forged)))
        .isInstanceOf(SigningStoppedException.class);

    assertThat(before.alarm().where()).startsWith("outbox");
    assertThat(outbox.isOpen()).isFalse();
    assertThat(before.anchors.all())
        .extracting(Anchor::checkpoint)
        .containsExactly(at600.checkpoint());
  }

  private byte @Nullable [] forged(String forgery) {
    return switch (forgery) {
      case "changed" -> bytes(at600.checkpoint().replace("\n600\n", "\n1000000000\n"));
      case "of a thief" -> bytes(Releases.of(at600.origin(), 900).checkpoint());
      case "of nobody" -> bytes(Releases.of("somebody/else", 3).checkpoint());
      case "nonsense" -> bytes(forgery);
      default -> null;
    };
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aRestoredBackupIsRefusedBeforeTheNextSignature() {
    title.restore("at300");

    assertThatThrownBy(() -> before.guard.requireExtensible(title.head()))
        .isInstanceOf(SigningStoppedException.class);

    assertThat(before.alarm().kind()).isEqualTo(Kind.ROLLED_BACK);
    assertThat(before.alarm().detail())
        .contains("size 600 with root " + at600.root())
        .contains("size 300 with root " + at300.root());
  }

  @Test
  void aRestoredBackupIsRefusedAtTheStart() {
    title.restore("at300");

    assertThat(restart().alarm().kind()).isEqualTo(Kind.ROLLED_BACK);
  }

  @Test
  void aRestoredBackupIsNoticedByWhoeverReadsTheCheckpoint() {
    title.restore("at300");

    assertThatThrownBy(() -> before.guard.release(title.head()))
        .isInstanceOf(SigningStoppedException.class);

    assertThat(before.alarm().kind()).isEqualTo(Kind.ROLLED_BACK);
  }

  @Test
  void aLogThatIsNoLongerThereIsRefusedAtTheStart() {
    title.lose();

    assertThat(restart().alarm().where()).isEqualTo("log " + at600.origin());
  }

  @Test
  void allLogsThatAreMissingOrTooShortAreToldAtOnceAsTheyCanBeAccepted() throws IOException {
    var second = title.rotate(ledgers.behind(before.guard), before.guard, keys, false);
    var third = title.rotate(ledgers.behind(before.guard), before.guard, keys, false);
    title.restore("at300");

    var alarm = restart().alarm();

    assertThat(alarm.kind()).isEqualTo(Kind.ROLLED_BACK);
    assertThat(alarm.where())
        .isEqualTo(
            "title %s, log 1 (%s): log_state size 300; log %s; log %s"
                .formatted(id, at600.origin(), second.origin(), third.origin()));
    assertThat(alarm.detail())
        .contains("the database has size 300 with root " + at300.root())
        .contains("size 5 with root " + third.root() + " was released, the database has no such");
    Files.move(folder.resolve("lost-logs"), folder.resolve("accept-loss"));
    assertThat(restart().isOpen()).isTrue();
    assertThat(folder.resolve("lost-logs")).doesNotExist();
  }

  @Test
  void aLogThatIsNoLongerThereIsNoticedByTheScrubber() {
    title.lose();

    assertThat(before.scrubber.passNow().findings()).hasSize(1);

    assertThat(before.alarm().kind()).isEqualTo(Kind.ROLLED_BACK);
    assertThat(before.alarm().where()).isEqualTo("log " + at600.origin());
  }

  @Test
  void aLogThatGaveWayToAnotherIsNotBuiltUponWhenThatOneIsGone() {
    title.backUp("at600");
    var lost = title.rotate(ledgers.behind(before.guard), before.guard, keys, false);
    title.restore("at600");

    assertThatThrownBy(() -> before.guard.requireExtensible(title.head()))
        .isInstanceOf(SigningStoppedException.class);

    assertThat(before.alarm().kind()).isEqualTo(Kind.ROLLED_BACK);
    assertThat(before.alarm().where()).isEqualTo("log " + lost.origin());
  }

  @ParameterizedTest
  @CsvSource({"600, 0", "300, 1"})
  void aLogThatEndedIsNoLongerThanTheNextOneSays(long stated, int findings) {
    var end = stated == 600 ? at600 : at300;

    var next = title.rotateStating(end, ledgers.behind(before.guard), before.guard, keys);

    assertThat(next.origin()).isEqualTo(at600.origin() + "/2");
    assertThat(before.scrubber.passNow().findings())
        .hasSize(findings)
        .allMatch(finding -> finding.kind() == Kind.FORKED)
        .allMatch(finding -> finding.place().endsWith("log_frozen size 600"));
  }

  @Test
  void theRightBackupPutBackAfterTheWrongOneLetsItGoOn() {
    title.backUp("at600");
    title.restore("at300");
    assertThat(restart().isOpen()).isFalse();
    title.restore("at600");

    var restarted = restart();

    assertThat(restarted.isOpen()).isTrue();
    restarted.guard.requireExtensible(at600);
    assertThat(folder.resolve("alarm")).doesNotExist();
  }

  @Test
  void anAlarmOutlivesARestartUntilTheDamageIsRepaired() {
    title.asSuperuser(
        "UPDATE log_entry SET data = set_byte(data, 9, 65) WHERE idx = 5 AND title_id = '%s'"
            .formatted(id));
    assertThat(before.scrubber.passNow().findings()).hasSize(1);
    assertThat(restart().alarm().where()).endsWith("log_entry idx 5");
    title.asSuperuser(
        ("UPDATE log_entry e SET data = k.data FROM kept_%1$s_at300_log_entry k"
                + " WHERE e.title_id = k.title_id AND e.idx = k.idx AND e.idx = 5")
            .formatted(id));

    var repaired = restart();

    assertThat(repaired.isOpen()).isTrue();
    assertThat(folder.resolve("alarm")).doesNotExist();
  }

  @Test
  void anAuditThatWasBrokenOffWashesNoAlarmAway() throws IOException {
    Files.createFile(folder.resolve("alarm"));
    before.scrubber.shutDown();

    before.start.run();

    assertThat(folder.resolve("alarm")).exists();
  }

  @Test
  void whatAWitnessHasSaidOutlivesEveryRestartUntilTheOperatorRemovesIt() throws IOException {
    before.alarms.witnessContradicts(at600.log(), "north", "another tree");

    var restarted = restart();

    assertThat(restarted.alarm()).isEqualTo(before.alarm());
    assertThat(restart().alarm().kind()).isEqualTo(Kind.WITNESS_CONTRADICTS);
    title.restore("at300");
    assertThat(restart().alarm().kind()).isEqualTo(Kind.ROLLED_BACK);
    acceptLossOf(at600.origin());
    assertThat(restart().alarm().kind()).isEqualTo(Kind.WITNESS_CONTRADICTS);
    Files.delete(folder.resolve("alarm"));
    assertThat(restart().isOpen()).isTrue();
  }

  @Test
  void anAlarmThatNobodyCanReadKeepsTheGateShut() throws IOException {
    Files.write(folder.resolve("alarm"), new byte[] {(byte) 0xff});

    assertThat(restart().alarm().kind()).isEqualTo(Kind.ANCHORS_DAMAGED);
    assertThat(restart().alarm().detail()).contains(folder.resolve("alarm").toString());

    Files.delete(folder.resolve("alarm"));
    assertThat(restart().isOpen()).isTrue();
  }

  @Test
  void aForkOfWhatWasReleasedIsRefused() {
    var other = Hash.leaf(new byte[] {1});
    var fork =
        SignedCheckpoint.sign(
                new Checkpoint(at600.origin(), new TreeSize(500), other), keys.signer(at600))
            .format();
    var elsewhere = folder.resolve("elsewhere");

    var instance = start(elsewhere, TestTopic.empty().with(fork));

    assertThat(instance.alarm().kind()).isEqualTo(Kind.FORKED);
    assertThat(instance.alarm().detail()).contains("size 500 was released with root " + other);
  }

  @Test
  void anotherInstanceThatLagsBehindAndSignsAnotherPastIsNoticed() {
    var forked =
        SignedCheckpoint.sign(
                new Checkpoint(at600.origin(), new TreeSize(450), Hash.leaf(new byte[] {1})),
                keys.signer(at600))
            .format();
    before.published.follow(bytes(at300.checkpoint()));
    before.published.follow(bytes(Releases.of(at600.origin(), 450).checkpoint()));

    assertThatThrownBy(() -> before.published.follow(bytes(forked)))
        .isInstanceOf(Anchors.ContradictionException.class)
        .hasMessageContaining("size 450 was released with root " + Hash.leaf(new byte[] {1}));
  }

  @Test
  void withoutItsJournalTheTopicAloneRefusesABackup() {
    title.restore("at300");

    var instance = start(folder.resolve("new"), TestTopic.empty().with(at600.checkpoint()));

    assertThat(instance.alarm().kind()).isEqualTo(Kind.ROLLED_BACK);
  }

  @Test
  void aLostJournalIsMadeAgainFromTheTopic() {
    var lost = folder.resolve("new");
    assertThat(start(lost, TestTopic.empty().with(at600.checkpoint())).isOpen()).isTrue();
    title.restore("at300");

    var restarted = start(lost, TestTopic.empty());

    assertThat(restarted.alarm().kind()).isEqualTo(Kind.ROLLED_BACK);
  }

  @Test
  void aCheckpointOnTheTopicThatIsNotOursSaysNothing() {
    var stranger = Releases.of(at600.origin(), 900).checkpoint();

    var restarted = start(folder, TestTopic.empty().with(stranger).with(at600.checkpoint()));

    assertThat(restarted.isOpen()).isTrue();
  }

  @Test
  void withoutAnyMemoryOutsideTheDatabaseNothingIsSignedUntilTheOperatorVouches()
      throws IOException {
    var lost = folder.resolve("new");
    var instance = start(lost, TestTopic.empty());
    assertThat(instance.alarm().kind()).isEqualTo(Kind.ANCHORS_LOST);
    assertThatThrownBy(() -> instance.guard.release(at600))
        .isInstanceOf(SigningStoppedException.class);

    Files.createFile(lost.resolve("adopt"));

    assertThat(start(lost, TestTopic.empty()).isOpen()).isTrue();
    assertThat(lost.resolve("adopt")).doesNotExist();
    title.restore("at300");
    assertThat(start(lost, TestTopic.empty()).alarm().kind()).isEqualTo(Kind.ROLLED_BACK);
  }

  @Test
  void aTornTailOfTheJournalHidesNothing() throws IOException {
    before.close();
    var tail = "picturelock-anchors 500 0000";
    Files.writeString(folder.resolve("journal-1.anchors"), tail, StandardOpenOption.APPEND);
    assertThat(restart().isOpen()).isTrue();
    title.restore("at300");

    assertThat(restart().alarm().kind()).isEqualTo(Kind.ROLLED_BACK);
  }

  @Test
  void aJournalDamagedInTheMiddleIsToldAndNotCut() throws IOException {
    var file = folder.resolve("journal-1.anchors");
    var bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2 - 40] ^= 1;
    before.close();
    Files.write(file, bytes);

    var alarm = restart().alarm();

    assertThat(alarm.kind()).isEqualTo(Kind.ANCHORS_DAMAGED);
    assertThat(alarm.where()).startsWith("journal journal-1.anchors byte ");
  }

  @Test
  void whatAnotherInstanceReleasedCountsToo() {
    var other = start();
    var at900 = title.grow(300);
    other.guard.release(at900);
    title.asSuperuser(
        "UPDATE log_state SET size = 600, root = decode('%s', 'hex'), checkpoint = '%s' WHERE title_id = '%s'"
            .formatted(at600.root(), at600.checkpoint(), id));

    assertThatThrownBy(() -> before.guard.requireExtensible(title.head()))
        .isInstanceOf(SigningStoppedException.class);

    assertThat(before.alarm().detail()).contains("size 900");
  }

  /// As those are that still work when the process ends.
  @Test
  void aThreadThatIsInterruptedAtTheJournalsIsNoDamageToThem() throws IOException {
    var other = start();
    var at601 = title.grow(1);
    other.guard.release(at601);

    assertThatInterrupted(() -> before.guard.requireExtensible(at601))
        .isInstanceOf(CancellationException.class);
    assertThatInterrupted(() -> other.guard.record(List.of(Releases.of("log/a", 7))))
        .isInstanceOf(CancellationException.class);

    assertThat(before.isOpen()).isTrue();
    assertThat(other.isOpen()).isTrue();
    before.guard.requireExtensible(at601);
    other.guard.record(List.of(Releases.of("log/a", 7)));
    before.anchors.catchUp();
    assertThat(before.anchors.newest("log/a")).contains(Releases.of("log/a", 7));
  }

  private static AbstractThrowableAssert<?, ?> assertThatInterrupted(ThrowingCallable step) {
    Thread.currentThread().interrupt();
    try {
      return assertThatThrownBy(step);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void aProtectionThatIsSwitchedOffIsAnAlarm() {
    title.asSuperuser("ALTER TABLE log_entry DISABLE TRIGGER log_entry_is_append_only");
    try {
      var restarted = restart();

      assertThat(restarted.alarm().kind()).isEqualTo(Kind.UNPROTECTED);
      assertThat(restarted.alarm().detail())
          .isEqualTo("trigger log_entry.log_entry_is_append_only is missing or switched off");
    } finally {
      title.asSuperuser("ALTER TABLE log_entry ENABLE TRIGGER log_entry_is_append_only");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql"
            + " AS 'BEGIN RETURN OLD; END'",
        DROP_TRIGGER + "UPDATE ON log_entry FOR EACH ROW EXECUTE FUNCTION refuse_change()",
        DROP_TRIGGER
            + "UPDATE OR DELETE ON log_entry FOR EACH ROW WHEN (false)"
            + " EXECUTE FUNCTION refuse_change()",
        DROP_TRIGGER
            + "UPDATE OF event_id OR DELETE ON log_entry FOR EACH ROW"
            + " EXECUTE FUNCTION refuse_change()",
        DROP_TRIGGER
            + "UPDATE OR DELETE ON log_entry FOR EACH ROW EXECUTE FUNCTION tile_only_grows()"
      })
  void aProtectionThatDoesSomethingElseIsAnAlarm(String tampering) {
    var function =
        sql.first(
                "SELECT pg_get_functiondef('refuse_change'::regproc) AS text",
                row -> row.text("text"))
            .orElseThrow();
    title.asSuperuser(tampering);
    try {
      assertThat(restart().alarm().kind()).isEqualTo(Kind.UNPROTECTED);
      assertThat(restart().alarm().detail())
          .contains("trigger log_entry.log_entry_is_append_only does something else");
    } finally {
      title.asSuperuser(function);
      title.asSuperuser(
          DROP_TRIGGER
              + "UPDATE OR DELETE ON log_entry FOR EACH ROW EXECUTE FUNCTION refuse_change()");
    }
    assertThat(restart().isOpen()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "UPDATE, log_entry, UPDATE log_entry",
    "UPDATE (data), log_entry, UPDATE log_entry",
    "DELETE, log_tile, DELETE log_tile",
    "TRUNCATE, log_state, TRUNCATE log_state"
  })
  void aRightToChangeThePastIsAnAlarm(String right, String table, String told) {
    title.asSuperuser("GRANT %s ON %s TO provenance".formatted(right, table));
    try {
      assertThat(before.scrubber.passNow().findings()).isEmpty();

      assertThat(before.alarm().kind()).isEqualTo(Kind.UNPROTECTED);
      assertThat(before.alarm().detail()).isEqualTo("the service may " + told);
      assertThat(restart().alarm().kind()).isEqualTo(Kind.UNPROTECTED);
    } finally {
      title.asSuperuser("REVOKE %s ON %s FROM provenance".formatted(right, table));
    }
  }

  @Test
  void theServiceHasNoRightToChangeAnEntry() {
    assertThatThrownBy(() -> sql.update("UPDATE log_entry SET at = at WHERE title_id = ?", id))
        .hasRootCauseMessage("ERROR: permission denied for table log_entry");
  }

  @Test
  void aLossThatTheOperatorAcceptsStopsThatLogAlone() throws IOException {
    title.restore("at300");
    assertThat(restart().isOpen()).isFalse();

    acceptLossOf(at600.origin());
    var restarted = restart();

    assertThat(restarted.isOpen()).isTrue();
    assertThatThrownBy(() -> restarted.guard.requireExtensible(title.head()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("an admin begins a new one");
    assertThatThrownBy(() -> restarted.guard.requireFreezable(title.head(), false))
        .isInstanceOf(ProblemException.class);
    restarted.guard.requireFreezable(title.head(), true);
    assertThat(restarted.isOpen()).isTrue();
  }

  @Test
  void aTitleThatTheBackupDoesNotHaveBeginsAgainUnderAnotherName() throws IOException {
    title.lose();
    acceptLossOf(at600.origin());

    var instance = restart();
    var begun = title.grow(3, ledgers.behind(instance.guard));

    assertThat(begun.origin()).isEqualTo(at600.origin() + "/2");
    assertThat(begun.position()).isEqualTo(3);
    instance.guard.release(begun);
    assertThat(restart().isOpen()).isTrue();
    title.lose();
    assertThat(restart().alarm().where()).isEqualTo("log " + begun.origin());
  }

  @Test
  void anEmptyLogInTheBackupTakesAnotherName() throws IOException {
    title.lose();
    title.asSuperuser(
        ("INSERT INTO log_state SELECT title_id, origin, 0, sha256(''), '', at, generation, first,"
                + " verifier_key FROM kept_%1$s_at300_log_state")
            .formatted(id));
    acceptLossOf(at600.origin());

    var begun = title.grow(3, ledgers.behind(restart().guard));

    assertThat(begun.origin()).isEqualTo(at600.origin() + "/2");
  }

  @Test
  void aBackupFromBeforeTheKeyWasChangedGoesOnUnderAThirdName() throws IOException {
    title.backUp("at600");
    var lost = title.rotate(ledgers.behind(before.guard), before.guard, keys, false);
    title.restore("at600");
    assertThat(restart().alarm().where()).isEqualTo("log " + lost.origin());
    acceptLossOf(lost.origin());

    var instance = restart();
    assertThatThrownBy(() -> instance.guard.requireExtensible(title.head()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("an admin begins a new one");
    var next = title.rotate(ledgers.behind(instance.guard), instance.guard, keys, true);

    assertThat(lost.origin()).isEqualTo(at600.origin() + "/2");
    assertThat(next.origin()).isEqualTo(at600.origin() + "/3");
    assertThat(next.log().generation()).isEqualTo(2);
    assertThat(restart().isOpen()).isTrue();
  }

  @Test
  void whatArrivesForALogThatHasEndedWaitsForTheNextOne() throws Exception {
    title.restore("at300");
    acceptLossOf(at600.origin());
    var instance = restart();
    var guarded = ledgers.behind(instance.guard);
    var patience = new Patience(instance.signing, instance.guard, logs, new ShortOutages());
    var refused = new CountDownLatch(1);
    var arriving =
        Thread.startVirtualThread(() -> patience.take(() -> growOr(refused::countDown, guarded)));
    assertThat(refused.await(2, TimeUnit.MINUTES)).isTrue();

    title.rotate(guarded, instance.guard, keys, true);

    assertThat(arriving.join(Duration.ofMinutes(2))).isTrue();
    assertThat(title.head().log().generation()).isEqualTo(2);
    assertThat(title.head().size()).isEqualTo(new TreeSize(8));
  }

  @Test
  void aFolderOfKeysThatIsNotThereIsAnAlarmAndStaysEmpty() {
    var disk = folder.resolve("empty-disk");
    var restarted = restart(ledgers.keysOf(disk));

    assertThat(restarted.alarm().kind()).isEqualTo(Kind.KEY_LOST);
    assertThat(restarted.alarm().where()).contains(id, at600.origin());
    assertThat(restarted.alarm().detail()).contains(at600.verifierKey(), "empty-disk");
    assertThat(folder.resolve("lost-keys")).content().isEqualTo(at600.origin() + "\n");
    assertThat(disk).doesNotExist();
    assertThat(restart().isOpen()).isTrue();
    assertThat(folder.resolve("lost-keys")).doesNotExist();
  }

  @Test
  void noSecretIsMadeForAnEmptyDatabaseWhoseLogsTheJournalsKnow() throws IOException {
    title.lose();
    acceptLossOf(at600.origin());
    var disk = folder.resolve("empty-disk");

    assertThat(restart(ledgers.keysOf(disk)).alarm().kind()).isEqualTo(Kind.KEY_LOST);

    assertThat(disk).doesNotExist();
    acceptLossOfKeyOf(at600.origin());
    assertThat(restart(ledgers.keysOf(disk)).isOpen()).isTrue();
    assertThat(disk).isNotEmptyDirectory();
  }

  @Test
  void aNewInstallationMakesItsSecretAndFindsItAgainIfItDiesBeforeTheFirstLog() {
    title.lose();
    var disk = folder.resolve("new-disk");
    var fresh = folder.resolve("fresh");

    assertThat(start(fresh, TestTopic.empty(), ledgers.keysOf(disk)).isOpen()).isTrue();

    var again = ledgers.keysOf(disk);
    instances.forEach(GuardedInstance::close);
    var instance = start(fresh, TestTopic.empty(), again);
    var begun = title.grow(3, ledgers.behind(instance.guard, again));
    assertThat(begun.origin()).isEqualTo(at600.origin());
    assertThat(begun.verifierKey()).isNotEqualTo(at600.verifierKey());
    assertThat(disk).isDirectoryContaining("glob:**log-signing.seed");
  }

  @Test
  void aLogThatAnInstanceWithOtherKeysBeganIsAnAlarmToo() throws IOException {
    acceptLossOfKeyOf(at600.origin());
    var instance = restart(ledgers.keysOf(folder.resolve("other-keys")));
    var begunElsewhere = new DamagedTitle(id + "-b", ledger, logs, database).grow(3);

    assertThatThrownBy(() -> instance.guard.requireExtensible(begunElsewhere))
        .isInstanceOf(SigningStoppedException.class);

    assertThat(instance.alarm().kind()).isEqualTo(Kind.KEY_LOST);
  }

  @Test
  void aKeyThatTheOperatorGivesUpEndsItsLogAndTheTitleGoesOnUnderANewOne() throws IOException {
    var otherKeys = ledgers.keysOf(folder.resolve("other-keys"));
    acceptLossOfKeyOf(at600.origin());

    var instance = restart(otherKeys);
    var guarded = ledgers.behind(instance.guard, otherKeys);

    assertThat(instance.isOpen()).isTrue();
    assertThatThrownBy(() -> title.grow(3, guarded))
        .isInstanceOf(LogEndedException.class)
        .hasMessageContaining("an admin begins a new one");
    assertThatThrownBy(() -> instance.guard.requireFreezable(at600, false))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("the key of this log is lost");
    var next =
        title.rotate(
            guarded, instance.guard, otherKeys, instance.guard::requireFreezableWithoutKey);
    assertThat(next.origin()).isEqualTo(at600.origin() + "/2");
    assertThat(next.size()).isEqualTo(new TreeSize(5));
    instance.guard.release(next);
    assertThat(restart(otherKeys).isOpen()).isTrue();
  }

  @Test
  void noKeyThatIsThereCanBeGivenUp() throws IOException {
    acceptLossOfKeyOf(at600.origin());

    var restarted = restart();

    restarted.guard.requireExtensible(at600);
    assertThatThrownBy(() -> restarted.guard.requireFreezableWithoutKey(at600))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("it is not lost");
  }

  @Test
  void anEmptyLogWhoseKeyIsLostTakesAnotherName() throws IOException {
    title.lose();
    title.asSuperuser(
        ("INSERT INTO log_state SELECT title_id, origin, 0, sha256(''), '', at, generation, first,"
                + " verifier_key FROM kept_%1$s_at300_log_state")
            .formatted(id));
    var otherKeys = ledgers.keysOf(folder.resolve("other-keys"));
    var instance = start(folder.resolve("fresh"), TestTopic.empty(), otherKeys);

    var begun = title.grow(3, ledgers.behind(instance.guard, otherKeys));

    assertThat(begun.origin()).isEqualTo(at600.origin() + "/2");
  }

  private void growOr(Runnable onRefusal, Ledger guarded) {
    try {
      var _ = title.grow(3, guarded);
    } catch (LogEndedException ended) {
      onRefusal.run();
      throw ended;
    }
  }

  private void acceptLossOf(String origin) throws IOException {
    Files.writeString(folder.resolve("accept-loss"), origin + "\n");
  }

  private void acceptLossOfKeyOf(String origin) throws IOException {
    Files.writeString(folder.resolve("accept-key-loss"), origin + "\n");
  }

  private GuardedInstance start() {
    return start(folder, TestTopic.empty());
  }

  /// The same installation again; the instance before has ended.
  private GuardedInstance restart() {
    instances.forEach(GuardedInstance::close);
    return start();
  }

  private GuardedInstance restart(LogKeys otherKeys) {
    instances.forEach(GuardedInstance::close);
    return start(folder, TestTopic.empty(), otherKeys);
  }

  private GuardedInstance start(Path anchors, CheckpointTopic topic) {
    return start(anchors, topic, keys);
  }

  private GuardedInstance start(Path anchors, CheckpointTopic topic, LogKeys itsKeys) {
    var instance =
        new GuardedInstance(title.alone(), tiles, itsKeys, tables, transaction, anchors, topic);
    instances.add(instance);
    return instance;
  }
}
