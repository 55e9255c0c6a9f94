package dev.picturelock.provenance.ledger.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.provenance.ProvenanceSlice;
import dev.picturelock.provenance.ledger.Ledger;
import dev.picturelock.provenance.ledger.Ledgers;
import dev.picturelock.provenance.ledger.guard.Alarm.Kind;
import dev.picturelock.provenance.ledger.log.LogId;
import dev.picturelock.provenance.ledger.log.LogKeys;
import dev.picturelock.provenance.ledger.log.Logs;
import dev.picturelock.provenance.ledger.log.Tiles;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Several instances on one database, one folder of journals and one of keys: what one of them does
/// while another one looks is no damage.
@QuarkusTest
@ProvenanceSlice
@TestProfile(GuardSliceTest.LooksAtNothing.class)
class InstancesSliceTest {
  private static int titles;

  private final Ledger ledger;
  private final Ledgers ledgers;
  private final Logs logs;
  private final Tiles tiles;
  private final LogKeys keys;
  private final LedgerTables tables;
  private final TransactionSynchronizationRegistry transaction;
  private final String database;
  private final List<GuardedInstance> instances = new ArrayList<>();

  @TempDir Path folder;
  private DamagedTitle title;

  @Inject
  @SuppressWarnings("NullAway.Init") // JUnit gives the folder, @BeforeEach the rest
  InstancesSliceTest(
      Ledger ledger,
      Ledgers ledgers,
      Logs logs,
      Tiles tiles,
      LogKeys keys,
      LedgerTables tables,
      TransactionSynchronizationRegistry transaction,
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String database) {
    this.ledger = ledger;
    this.ledgers = ledgers;
    this.logs = logs;
    this.tiles = tiles;
    this.keys = keys;
    this.tables = tables;
    this.transaction = transaction;
    this.database = database;
  }

  @BeforeEach
  void aTitleWithoutALog() {
    titles++;
    title = new DamagedTitle("instances" + titles, ledger, logs, database);
  }

  @AfterEach
  void end() {
    instances.forEach(GuardedInstance::close);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void aReleaseThatIsOvertakenByALaterOneIsNoRollback(int look) {
    var first = title.grow(3);
    var onTopic = TestTopic.empty().with(first.checkpoint());
    var instance = start(keys, onTopic, tables, Overtaken::new);
    var second = title.grow(1);
    var third = title.grow(1);
    ((Overtaken) instance.anchors).learnAfter(look, Anchor.of(third));

    instance.guard.release(second);

    assertThat(instance.isOpen()).isTrue();
    instance.guard.release(third);
    assertThat(instance.anchors.newest(third.origin())).contains(Anchor.of(third));
  }

  @Test
  void whoBeginsBesideAnotherOneBelievesWhatThatOneHasReleased() {
    var instance =
        start(
            keys,
            meanwhile(() -> {
              var other = start(keys, TestTopic.empty());
              var _ = title.grow(3, ledgers.behind(other.guard));
            }));

    assertThat(instance.signing.state()).isInstanceOf(Signing.Open.class);
  }

  @Test
  void whoBeginsBesideAnotherOneWaitsForWhatThatOneIsJustWritingDown() {
    var instance =
        start(
            keys,
            meanwhile(
                () -> {
                  var _ = start(keys, TestTopic.empty());
                  var _ = title.grow(3);
                },
                () -> instances.getFirst().guard.release(title.grow(1))));

    assertThat(instance.signing.state()).isInstanceOf(Signing.Open.class);
  }

  @Test
  void whoBeginsBesideAnotherOneFindsTheSecretThatThatOneHasMade() {
    var disk = folder.resolve("keys");
    var found = ledgers.keysOf(disk);

    var instance =
        start(
            found,
            meanwhile(() -> {
              var ofOther = ledgers.keysOf(disk);
              var other = start(ofOther, TestTopic.empty());
              var _ = title.grow(3, ledgers.behind(other.guard, ofOther));
            }));

    assertThat(instance.signing.state()).isInstanceOf(Signing.Open.class);
    assertThat(title.grow(1, ledgers.behind(instance.guard, found)).position()).isEqualTo(4);
  }

  @Test
  void anAlarmThatAnotherOneRaisesDuringAStartOutlivesTheStart() throws IOException {
    var other = start(keys, TestTopic.empty());
    Files.createFile(folder.resolve("alarm"));

    var instance =
        start(
            keys,
            TestTopic.empty(),
            audited(() -> other.alarms.witnessAhead(LogId.first("t"), "north", "more")),
            Anchors::new);

    assertThat(instance.isOpen()).isTrue();
    assertThat(start(keys, TestTopic.empty()).alarm().kind()).isEqualTo(Kind.WITNESS_AHEAD);
  }

  /// A topic on which nothing lies yet; another instance takes its next step each time that it is
  /// read.
  private static CheckpointTopic meanwhile(Runnable... steps) {
    return new CheckpointTopic() {
      private final Queue<Runnable> left = new ArrayDeque<>(List.of(steps));

      @Override
      public void readToEnd(Consumer<byte[]> reader) {
        var next = left.poll();
        if (next != null) {
          next.run();
        }
      }

      @Override
      public void readOn(Consumer<byte[]> reader) {
        // nothing comes
      }

      @Override
      public void close() {
        // nothing is open
      }
    };
  }

  /// The tables, and something that happens while they are audited, which is when they are asked
  /// for their protection a second time.
  private LedgerTables audited(Runnable something) {
    return new LedgerTables() {
      private int asked;

      @Override
      public List<EntryRow> entries(String titleId, long from, long to) {
        return tables.entries(titleId, from, to);
      }

      @Override
      public long end(String titleId) {
        return tables.end(titleId);
      }

      @Override
      public List<AnchorRow> anchors(LogId log, long first, long fromSize, int limit) {
        return tables.anchors(log, first, fromSize, limit);
      }

      @Override
      public List<String> missingProtection() {
        asked++;
        if (asked == 2) {
          something.run();
        }
        return tables.missingProtection();
      }
    };
  }

  private GuardedInstance start(LogKeys itsKeys, CheckpointTopic topic) {
    return start(itsKeys, topic, tables, Anchors::new);
  }

  private GuardedInstance start(
      LogKeys itsKeys,
      CheckpointTopic topic,
      LedgerTables itsTables,
      Function<GuardConfig, Anchors> remembering) {
    var instance =
        new GuardedInstance(
            title.alone(), tiles, itsKeys, itsTables, transaction, folder, topic, remembering);
    instances.add(instance);
    return instance;
  }

  /// A memory that learns of a later release right after a look into it.
  private static final class Overtaken extends Anchors {
    private int looksLeft;
    private Optional<Anchor> later = Optional.empty();

    Overtaken(GuardConfig config) {
      super(config);
    }

    void learnAfter(int looks, Anchor anchor) {
      looksLeft = looks;
      later = Optional.of(anchor);
    }

    @Override
    Optional<Anchor> newest(String origin) {
      var seen = super.newest(origin);
      looksLeft--;
      if (looksLeft == 0) {
        later.ifPresent(this::learn);
      }
      return seen;
    }
  }
}
