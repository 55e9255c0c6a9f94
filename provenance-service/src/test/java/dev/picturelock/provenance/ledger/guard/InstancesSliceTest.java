package dev.picturelock.provenance.ledger.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.provenance.ProvenanceSlice;
import dev.picturelock.provenance.ledger.Ledger;
import dev.picturelock.provenance.ledger.log.LogKeys;
import dev.picturelock.provenance.ledger.log.Logs;
import dev.picturelock.provenance.ledger.log.Tiles;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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
      Logs logs,
      Tiles tiles,
      LogKeys keys,
      LedgerTables tables,
      TransactionSynchronizationRegistry transaction,
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String database) {
    this.ledger = ledger;
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
