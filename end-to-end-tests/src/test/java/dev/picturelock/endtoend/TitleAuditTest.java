package dev.picturelock.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.endtoend.Promises.Promise;
import dev.picturelock.tlog.audit.LogSource;
import dev.picturelock.tlog.checkpoint.Checkpoint;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.note.Ed25519Signer;
import dev.picturelock.tlog.tile.Edge;
import dev.picturelock.tlog.tile.EntryBundle;
import dev.picturelock.tlog.tile.EntryTile;
import dev.picturelock.tlog.tile.HashTile;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What the campaign would say of a ledger that breaks its promises.
class TitleAuditTest {

  private static final Ed25519Signer SIGNER = Ed25519Signer.ofSeed("log.example/t", new byte[32]);

  private final SmallLog log = new SmallLog();
  private final TitleAudit audit = new TitleAudit("t", log, SIGNER.verifierKey());

  @Test
  void findsNothingInALogThatGrew() {
    var promise = new Promise("t", log.register(1, "one"), "one");
    var earlier = log.head();
    boolean tooEarly = audit.reads(List.of(promise));
    log.add(
        DerivedId.of(promise.eventId(), "classification"), "asset.classified", promise.eventId());

    assertThat(tooEarly).isFalse();
    assertThat(audit.reads(List.of(promise))).isTrue();
    audit.prove(List.of(earlier));
    audit.readAnew();
    assertThat(audit.takeViolations()).isEmpty();
  }

  @Test
  void tellsAnEventThatIsThereTwice() {
    log.add(id(1), "use.reported", "");
    log.add(id(1), "use.reported", "");

    var _ = audit.reads(List.of());

    assertThat(audit.takeViolations())
        .containsExactly("t: event %s is entry 0 and entry 1".formatted(id(1)));
  }

  @Test
  void tellsAnAssetThatIsRegisteredTwice() {
    log.register(1, "one");
    log.register(2, "one");

    var _ = audit.reads(List.of());

    assertThat(audit.takeViolations())
        .containsExactly("t: asset one is registered a second time at 1");
  }

  @Test
  void tellsAConsequenceThatIsThereTwice() {
    log.add(id(2), "asset.classified", id(1));
    log.add(id(3), "asset.classified", id(1));

    var _ = audit.reads(List.of());

    assertThat(audit.takeViolations())
        .containsExactly(
            "t: picturelock.asset.classified.v1 followed a second time from %s at 1"
                .formatted(id(1)));
  }

  @Test
  void tellsWhatShouldHaveBeenRefused() {
    log.register(1, Traffic.REFUSED + "one");

    var _ = audit.reads(List.of());

    assertThat(audit.takeViolations())
        .containsExactly("t: what was refused is entry 0: refused_one");
  }

  @Test
  void tellsALogThatLostItsTail() {
    log.register(1, "one");
    log.register(2, "two");
    var _ = audit.reads(List.of());
    log.entries.removeLast();

    var _ = audit.reads(List.of());

    assertThat(audit.takeViolations()).singleElement().asString().contains("1").contains("2");
  }

  @Test
  void tellsALogWithAnotherPast() {
    log.register(1, "one");
    var _ = audit.reads(List.of());
    log.entries.clear();
    log.register(2, "two");
    log.register(3, "three");

    var _ = audit.reads(List.of());

    assertThat(audit.takeViolations()).hasSize(1);
  }

  @Test
  void tellsACheckpointThatIsContradictedOrAheadOfTheLog() {
    log.register(1, "one");
    var forked = log.head();
    log.register(2, "two");
    var ahead = log.head();
    log.entries.clear();
    log.register(3, "three");
    var _ = audit.reads(List.of());

    audit.prove(List.of(forked, ahead));

    assertThat(audit.takeViolations())
        .hasSize(2)
        .first()
        .asString()
        .startsWith("t: the checkpoint of size 1 is contradicted");
  }

  private static String id(int number) {
    return new UUID(0, number).toString();
  }

  /// So small that all its hashes are in one tile.
  private static final class SmallLog implements LogSource {
    private final List<byte[]> entries = new ArrayList<>();

    String register(int number, String asset) {
      return add(id(number), "asset.registered", asset);
    }

    /// - **about** an asset, or the event that caused this one
    String add(String id, String type, String about) {
      var event =
          """
          {"id": "%s", "type": "picturelock.%s.v1", "causationid": "%3$s", "data": {"asset": "%3$s"}}
          """
              .formatted(id, type, about);
      entries.add(event.getBytes(StandardCharsets.UTF_8));
      return id;
    }

    Checkpoint head() {
      var edge = Edge.EMPTY.append(entries.stream().map(Hash::leaf).toList()).edge();
      return new Checkpoint(SIGNER.verifierKey().name().toString(), edge.size(), edge.root());
    }

    @Override
    public byte[] checkpoint() {
      return SignedCheckpoint.sign(head(), SIGNER).format().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Optional<byte[]> hashes(HashTile tile) {
      var hashes = new ByteArrayOutputStream();
      entries.stream().limit(tile.width()).forEach(e -> hashes.writeBytes(Hash.leaf(e).toBytes()));
      return Optional.of(hashes.toByteArray());
    }

    @Override
    public Optional<byte[]> entries(EntryTile bundle) {
      return Optional.of(EntryBundle.encode(entries.subList(0, bundle.width())));
    }
  }
}
