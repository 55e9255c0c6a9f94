package dev.picturelock.tlog.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.tlog.Vectors;
import dev.picturelock.tlog.audit.AuditResult.Damaged;
import dev.picturelock.tlog.audit.AuditResult.Paused;
import dev.picturelock.tlog.audit.AuditResult.Sound;
import dev.picturelock.tlog.audit.Damage.Culprit;
import dev.picturelock.tlog.audit.Damage.Forked;
import dev.picturelock.tlog.audit.Damage.Malformed;
import dev.picturelock.tlog.audit.Damage.Missing;
import dev.picturelock.tlog.audit.Damage.Shrunk;
import dev.picturelock.tlog.audit.Damage.Unconnected;
import dev.picturelock.tlog.audit.Damage.WrongEntry;
import dev.picturelock.tlog.audit.Damage.WrongHash;
import dev.picturelock.tlog.audit.Damage.WrongRoot;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.LeafIndex;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.tile.Edge;
import dev.picturelock.tlog.tile.EntryBundle;
import dev.picturelock.tlog.tile.EntryTile;
import dev.picturelock.tlog.tile.HashTile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DamageTest {

  @ParameterizedTest
  @CsvSource({
    "1, 0, entries/000.p/1, 0/000.p/1",
    "3, 2, entries/000.p/3, 0/000.p/3",
    "255, 254, entries/000.p/255, 0/000.p/255",
    "256, 0, entries/000, 0/000",
    "257, 256, entries/001.p/1, 0/001.p/1",
    "513, 300, entries/001, 0/001",
    "65537, 5123, entries/020, 0/020",
    "65537, 65536, entries/256.p/1, 0/256.p/1"
  })
  void namesTheEntryThatWasChanged(long size, long index, String bundle, String tile) {
    var log = MemoryLog.of(size);
    log.change("tile/" + bundle, bytes -> changeEntry(bytes, size, index));

    var damage = damage(log);

    assertThat(damage)
        .isInstanceOfSatisfying(
            WrongEntry.class,
            wrong -> {
              assertThat(wrong.index()).isEqualTo(new LeafIndex(index));
              assertThat(wrong.stated()).isEqualTo(Hash.leaf(Vectors.entry(index)));
              assertThat(wrong.culprit()).isEqualTo(Culprit.ENTRY);
            });
    assertThat(damage.message())
        .startsWith("entry %d does not hash to what tile/%s says".formatted(index, tile))
        .endsWith("so the entry was changed");
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "255, 254", "256, 17", "257, 256", "513, 300", "65537, 65535"})
  void saysWhenNotTheEntryButItsTileWasChanged(long size, long index) {
    var log = MemoryLog.of(size);
    long n = index / 256;
    long width = Math.min(256, size - n * 256);
    var path = "tile/0/%03d%s".formatted(n, width == 256 ? "" : ".p/" + width);
    log.change(path, flip((int) (index % 256) * 32));

    assertThat(damage(log))
        .isInstanceOfSatisfying(
            WrongEntry.class,
            wrong -> {
              assertThat(wrong.index()).isEqualTo(new LeafIndex(index));
              assertThat(wrong.culprit()).isEqualTo(Culprit.TILE);
            });
  }

  @Test
  void doesNotGuessWhenTheSignedRootProvesNeither() {
    var log = MemoryLog.of(300);
    log.change("tile/0/000", flip(17 * 32));
    log.change("tile/0/000", flip(18 * 32));

    assertThat(damage(log).message())
        .startsWith("entry 17 does not hash to what tile/0/000 says")
        .endsWith("the signed root proves neither");

    log.files.remove("tile/1/000.p/1");

    assertThat(damage(log).message()).endsWith("the signed root proves neither");
  }

  @ParameterizedTest
  @CsvSource({
    "256, tile/1/000.p/1, 0",
    "513, tile/1/000.p/2, 1",
    "65535, tile/1/000.p/255, 17",
    "65536, tile/1/000, 17",
    "65536, tile/2/000.p/1, 0",
    "65537, tile/1/000, 255",
    "65537, tile/2/000.p/1, 0"
  })
  void namesTheHashOfATileThatWasChanged(long size, String path, int at) {
    var log = MemoryLog.of(size);
    log.change(path, flip(at * 32 + 31));

    var damage = damage(log);

    assertThat(damage).isInstanceOf(WrongHash.class);
    assertThat(damage.message()).startsWith("%s differs at hash %d: it says".formatted(path, at));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 255, 256, 257, 511, 513, 65_537})
  void namesAnyFileThatIsMissingOrMisshapen(long size) {
    var log = MemoryLog.of(size);
    for (var path : some(log)) {
      byte[] good = Objects.requireNonNull(log.files.remove(path));

      assertThat(damage(log)).isInstanceOf(Missing.class);
      assertThat(damage(log).message()).isEqualTo(path + " is missing");
      for (int length : new int[] {0, good.length - 1, good.length + 1, good.length + 32}) {
        log.files.put(path, Arrays.copyOf(good, length));
        assertThat(damage(log)).isInstanceOf(Malformed.class);
        assertThat(damage(log).message()).startsWith(path + " is malformed: ");
      }
      log.files.put(path, good);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 255, 256, 257, 511, 513, 65_537})
  void tellsWhenATreeIsInOrderButNotTheSignedOne(long size) {
    var log = MemoryLog.forkedAt(size / 2, size).with(MemoryLog.of(size).signed());

    assertThat(damage(log)).isInstanceOf(WrongRoot.class);
    assertThat(damage(log).message())
        .isEqualTo(
            "the root of %d entries is %s, the checkpoint says %s"
                .formatted(
                    size,
                    MemoryLog.forkedAt(size / 2, size).signed().checkpoint().root(),
                    MemoryLog.of(size).signed().checkpoint().root()));
  }

  @Test
  void readsNoCheckpointThatIsNone() {
    var log = MemoryLog.of(3);
    var broken =
        new LogSource() {
          @Override
          public byte[] checkpoint() {
            return new byte[] {1};
          }

          @Override
          public Optional<byte[]> hashes(HashTile tile) {
            return log.hashes(tile);
          }

          @Override
          public Optional<byte[]> entries(EntryTile bundle) {
            return log.entries(bundle);
          }
        };

    assertThat(damage(LogAudit.of(broken, MemoryLog.KEY)).message())
        .startsWith("the checkpoint is not to be believed: ");
  }

  @ParameterizedTest
  @CsvSource({"1, 2", "2, 3", "255, 256", "256, 257", "300, 511", "513, 513", "600, 65537"})
  void tellsTwoHistoriesApart(long before, long now) {
    var earlier = MemoryLog.of(before);
    var forked = MemoryLog.forkedAt(before - 1, now);
    var edge = Edge.EMPTY.append(Vectors.leaves(0, before)).edge();

    var byCheckpoint = damage(LogAudit.of(forked, MemoryLog.KEY).since(earlier.signed()));
    var byEdge = damage(LogAudit.of(forked, MemoryLog.KEY).from(edge));
    var inTheFirstSlice =
        damage(LogAudit.of(forked, MemoryLog.KEY).since(earlier.signed()).upTo(new TreeSize(1)));

    assertThat(inTheFirstSlice).isEqualTo(byCheckpoint);
    assertThat(byCheckpoint).isInstanceOf(Forked.class).isEqualTo(byEdge);
    assertThat(byCheckpoint.message())
        .startsWith(
            "forked: the root of the first %d entries was %s".formatted(before, edge.root()))
        .endsWith(MemoryLog.forkedAt(before - 1, before).signed().checkpoint().root().toHex());
  }

  @Test
  void tellsThatALogIsShorterThanItWas() {
    var earlier = MemoryLog.of(300);
    var restored = MemoryLog.of(299);
    var edge = Edge.EMPTY.append(Vectors.leaves(0, 300)).edge();

    var byEdge = damage(LogAudit.of(restored, MemoryLog.KEY).from(edge));
    assertThat(byEdge)
        .isInstanceOf(Shrunk.class)
        .isEqualTo(damage(LogAudit.of(restored, MemoryLog.KEY).since(earlier.signed())));
    assertThat(byEdge.message())
        .isEqualTo(
            "rolled back: the log had 300 entries (root %s) before and has 299 (root %s) now"
                .formatted(edge.root(), restored.signed().checkpoint().root()));
  }

  @Test
  void findsDamageRatherThanAForkInTilesThatDoNotLeadToTheRoot() {
    var earlier = MemoryLog.of(300);
    var log = MemoryLog.of(600);
    log.change("tile/1/000.p/2", flip(0));

    var result = LogAudit.of(log, MemoryLog.KEY).since(earlier.signed());

    assertThat(damage(result).message()).startsWith("tile/1/000.p/2 differs at hash 0");
  }

  @Test
  void refusesAForkEvenWhenItsTilesAreRepairedBetweenTwoReads() {
    var fork = MemoryLog.forkedAt(10, 600);
    var good = fork.files.get("tile/1/000.p/2");
    fork.change("tile/1/000.p/2", flip(0));
    var audit =
        LogAudit.of(fork, MemoryLog.KEY)
            .since(MemoryLog.of(300).signed())
            .telling(
                new AuditListener() {
                  @Override
                  public void progress(TreeSize audited, TreeSize size) {
                    fork.files.put("tile/1/000.p/2", good);
                  }
                });

    assertThat(damage(audit)).isInstanceOf(Forked.class);
  }

  @Test
  void seesInASliceThatTheTilesAheadDoNotLeadToTheRoot() {
    var hash = MemoryLog.of(1_000);
    hash.change("tile/1/000.p/3", flip(0));
    var ahead = MemoryLog.of(1_000);
    ahead.change("tile/1/000.p/3", flip(2 * 32));

    assertThat(damage(LogAudit.of(hash, MemoryLog.KEY).upTo(new TreeSize(256))))
        .isInstanceOf(WrongHash.class);
    assertThat(damage(LogAudit.of(ahead, MemoryLog.KEY).upTo(new TreeSize(256))))
        .isInstanceOf(Unconnected.class);
    assertThat(damage(LogAudit.of(ahead, MemoryLog.KEY).upTo(new TreeSize(256))).message())
        .startsWith("the tiles do not connect the first 256 entries with the signed root of 1000");
    assertThat(LogAudit.of(MemoryLog.of(1_000), MemoryLog.KEY).upTo(new TreeSize(256)).run())
        .isInstanceOf(Paused.class);
  }

  @Test
  void trustsTheEdgeItBeginsAtMoreThanTheTiles() {
    // The known part of the last bundle was exchanged together with its tile.
    var edge = Edge.EMPTY.append(Vectors.leaves(0, 300)).edge();
    var log = MemoryLog.of(310);
    var other = MemoryLog.of(310, i -> i == 299 ? new byte[] {1} : Vectors.entry(i));
    log.files.put("tile/0/001.p/54", other.files.get("tile/0/001.p/54"));
    log.files.put("tile/entries/001.p/54", other.files.get("tile/entries/001.p/54"));

    assertThat(damage(LogAudit.of(log, MemoryLog.KEY).from(edge)))
        .isInstanceOfSatisfying(
            WrongHash.class,
            wrong -> {
              assertThat(wrong.tile().path()).isEqualTo("tile/0/001.p/54");
              assertThat(wrong.at()).isEqualTo(43);
            });
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void findsAnyBitThatIsFlippedAnywhere(long seed) {
    var random = new Random(seed);
    for (int round = 0; round < 25; round++) {
      var log = MemoryLog.of(1 + random.nextInt(1 << random.nextInt(1, 12)));
      var paths = new ArrayList<>(log.files.keySet());
      var path = paths.get(random.nextInt(paths.size()));
      assertThat(LogAudit.of(log, MemoryLog.KEY).run()).isInstanceOf(Sound.class);

      long bits = random.nextLong();
      log.change(
          path,
          bytes -> {
            int bit = (int) Math.floorMod(bits, 8L * bytes.length);
            bytes[bit / 8] ^= (byte) (1 << (bit % 8));
            return bytes;
          });

      // An entry and the hash of it lie in two files, either of which may be named.
      assertThat(damage(log).message())
          .as("bits %d of %s, seed %d, round %d", bits, path, seed, round)
          .containsAnyOf(path, path.replace("/entries/", "/0/"));
    }
  }

  private static byte[] changeEntry(byte[] bytes, long size, long index) {
    int width = (int) Math.min(256, size - index / 256 * 256);
    var entries = new ArrayList<>(EntryBundle.decode(bytes, width));
    entries.set((int) (index % 256), new byte[] {7});
    return EntryBundle.encode(entries);
  }

  /// All files of a small log, the first and the last ones of a large log.
  private static List<String> some(MemoryLog log) {
    var paths = List.copyOf(log.files.keySet());
    return paths.size() < 10
        ? paths
        : List.of(
            "tile/0/000", "tile/0/256.p/1", "tile/1/000", "tile/2/000.p/1", "tile/entries/255");
  }

  private static UnaryOperator<byte[]> flip(int at) {
    return bytes -> {
      bytes[at] ^= 1;
      return bytes;
    };
  }

  private static Damage damage(MemoryLog log) {
    return damage(LogAudit.of(log, MemoryLog.KEY));
  }

  private static Damage damage(LogAudit audit) {
    var result = audit.run();
    assertThat(result).isInstanceOf(Damaged.class);
    return ((Damaged) result).damage();
  }
}
