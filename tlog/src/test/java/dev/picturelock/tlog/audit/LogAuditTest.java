package dev.picturelock.tlog.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.picturelock.tlog.Seeds;
import dev.picturelock.tlog.Vectors;
import dev.picturelock.tlog.audit.AuditResult.Damaged;
import dev.picturelock.tlog.audit.AuditResult.Paused;
import dev.picturelock.tlog.audit.AuditResult.Sound;
import dev.picturelock.tlog.checkpoint.Checkpoint;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.LeafIndex;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.note.Ed25519Signer;
import dev.picturelock.tlog.policy.Policy;
import dev.picturelock.tlog.tile.Edge;
import dev.picturelock.tlog.tile.TilePath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogAuditTest {

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3, 255, 256, 257, 511, 512, 513, 65_535, 65_536, 65_537})
  void findsASoundLogSoundAndReadsEveryFileOfIt(long size) {
    var log = MemoryLog.of(size);
    var heard = new Heard();

    var result = LogAudit.of(log, MemoryLog.KEY).telling(heard).run();

    var sound = sound(result);
    assertThat(sound.size()).isEqualTo(new TreeSize(size));
    assertThat(sound.root()).isEqualTo(log.signed().checkpoint().root());
    assertThat(sound.checkpoint()).isEqualTo(log.signed());
    assertThat(heard.files).containsExactlyInAnyOrderElementsOf(log.files.keySet());
    assertThat(heard.entries).isEqualTo(size);
    assertThat(heard.progress).isEqualTo(size);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 255, 256, 257, 500, 512, 513, 600})
  void goesOnFromWhereAnEarlierAuditStopped(long from) {
    var before = MemoryLog.of(from);
    var now = MemoryLog.of(600);
    var edge = sound(LogAudit.of(before, MemoryLog.KEY).run()).edge();
    var heard = new Heard();

    var result =
        LogAudit.of(now, MemoryLog.KEY).since(before.signed()).from(edge).telling(heard).run();

    assertThat(sound(result).size()).isEqualTo(new TreeSize(600));
    assertThat(heard.entries).isEqualTo(600 - from);
    assertThat(now.read).noneMatch(path -> from >= 256 && path.equals("tile/entries/000"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1_000, 20_000, 65_536, 70_000})
  void auditsInSlicesAsItAuditsAtOnce(long slice) {
    var log = MemoryLog.of(66_000);
    var heard = new Heard();
    var audit = LogAudit.of(log, MemoryLog.KEY).telling(heard);
    var edge = Edge.EMPTY;

    while (audit.from(edge).upTo(edge.size().plus(slice)).run() instanceof Paused paused) {
      assertThat(paused.edge().size()).isGreaterThan(edge.size());
      edge = paused.edge();
    }

    assertThat(sound(audit.from(edge).run()).root()).isEqualTo(log.signed().checkpoint().root());
    assertThat(heard.files).containsAll(log.files.keySet());
  }

  @Test
  void endsASliceWithTheBundleThatTheLimitFallsInto() {
    var audit = LogAudit.of(MemoryLog.of(600), MemoryLog.KEY);

    assertThat(paused(audit.upTo(TreeSize.ZERO).run())).isZero();
    assertThat(paused(audit.upTo(new TreeSize(1)).run())).isEqualTo(256);
    assertThat(paused(audit.upTo(new TreeSize(256)).run())).isEqualTo(256);
    assertThat(paused(audit.upTo(new TreeSize(257)).run())).isEqualTo(512);
    assertThat(audit.upTo(new TreeSize(513)).run()).isInstanceOf(Sound.class);
    assertThat(audit.upTo(new TreeSize(Long.MAX_VALUE)).run()).isInstanceOf(Sound.class);
  }

  @Test
  void handsOverTheEntriesInOrder() {
    var seen = new ArrayList<String>();

    LogAudit.of(MemoryLog.of(300), MemoryLog.KEY)
        .telling(
            new AuditListener() {
              @Override
              public void entry(LeafIndex index, byte[] entry) {
                assertThat(entry).isEqualTo(Vectors.entry(index.value()));
                seen.add(index.toString());
              }
            })
        .run();

    assertThat(seen).hasSize(300).startsWith("0", "1").endsWith("298", "299");
  }

  @Test
  void believesNoCheckpointOfAnotherKeyOrWithoutTheQuorum() {
    var log = MemoryLog.of(3);
    var stranger = Ed25519Signer.ofSeed(MemoryLog.ORIGIN, Seeds.of(9)).verifierKey();
    var witness = "witness.example/w1+df1c0a35+BIE5dw6ofRdfVqNUZsNMfszLjYqRtO43ol32D1uPybOU";
    var demanding =
        Policy.parse("log %s\nwitness w %s\nquorum w\n".formatted(MemoryLog.KEY, witness));

    assertThat(message(LogAudit.of(log, stranger))).startsWith("the checkpoint is not to be");
    assertThat(message(LogAudit.of(log, demanding))).contains("too few cosignatures");
  }

  @Test
  void doesNotTakeAnOutageForDamage() {
    var outage = new IllegalStateException("no connection");
    var audit =
        LogAudit.of(MemoryLog.of(3), MemoryLog.KEY)
            .telling(
                new AuditListener() {
                  @Override
                  public void agreed(TilePath file, byte[] bytes) {
                    throw outage;
                  }
                });

    assertThatThrownBy(audit::run).isSameAs(outage);
  }

  @Test
  void takesNoEarlierCheckpointOfAnotherLog() {
    var other = Ed25519Signer.ofSeed("log.example/other", Seeds.of(1));
    var earlier =
        SignedCheckpoint.sign(
            new Checkpoint("log.example/other", TreeSize.ZERO, Edge.EMPTY.root()), other);
    var audit = LogAudit.of(MemoryLog.of(3), MemoryLog.KEY).since(earlier);

    assertThatThrownBy(audit::run).hasMessageContaining("tells nothing about");
  }

  private static long paused(AuditResult result) {
    assertThat(result).isInstanceOf(Paused.class);
    return ((Paused) result).edge().size().value();
  }

  private static Sound sound(AuditResult result) {
    assertThat(result).isInstanceOf(Sound.class);
    return (Sound) result;
  }

  private static String message(LogAudit audit) {
    var result = audit.run();
    assertThat(result).isInstanceOf(Damaged.class);
    return ((Damaged) result).damage().message();
  }

  private static final class Heard implements AuditListener {
    private final List<String> files = new ArrayList<>();
    private long entries;
    private long progress;

    @Override
    public void entry(LeafIndex index, byte[] entry) {
      entries++;
    }

    @Override
    public void agreed(TilePath file, byte[] bytes) {
      files.add(file.path());
    }

    @Override
    public void progress(TreeSize audited, TreeSize size) {
      progress = audited.value();
    }
  }
}
