package dev.picturelock.provenance.ledger.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.picturelock.provenance.ledger.log.SomeKeys;
import dev.picturelock.tlog.checkpoint.Checkpoint;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.TreeSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedCheckpointsTest {
  private static final String DEMO = SomeKeys.PREFIX + "/demo";

  private final Path folder;
  private final Anchors anchors;
  private final List<Anchor> asked = new ArrayList<>();

  PublishedCheckpointsTest(@TempDir Path folder) {
    this.folder = folder;
    this.anchors = new Anchors(new Settings(folder.resolve("anchors"), Duration.ofMinutes(10)));
  }

  @Test
  void twoTreesOfOneSizeAreAForkHoweverTheTopicGoesOn() {
    var published = published(true);
    var topic = TestTopic.empty().with(signed(3, 1)).with(signed(3, 2)).with(signed(9, 1));
    anchors.learn(Anchor.parse(signed(9, 1)));

    assertThatThrownBy(() -> published.learnAll(topic))
        .isInstanceOf(Anchors.ContradictionException.class)
        .hasMessageContaining("size 3 was released with the roots");
  }

  @Test
  void aSecondTreeThatIsNotOursIsNoFork() {
    var topic = TestTopic.empty().with(signed(3, 1)).with(Releases.of(DEMO, 3).checkpoint());

    published(true).learnAll(topic);

    assertThat(newest()).isEqualTo(signed(3, 1));
  }

  @Test
  void whatIsOlderThanTheNewestMustBePartOfThePast() {
    anchors.learn(Anchor.parse(signed(9, 1)));

    published(true).follow(bytes(signed(3, 2)));
    assertThatThrownBy(() -> published(false).follow(bytes(signed(3, 2))))
        .isInstanceOf(Anchors.ContradictionException.class)
        .hasMessageContaining("the log that was released at size 9 never had that");
    published(false).follow(bytes(Releases.of(DEMO, 3).checkpoint()));

    assertThat(asked).hasSize(2);
    assertThat(newest()).isEqualTo(signed(9, 1));
  }

  @Test
  void whatWeSentOurselvesNeedsNoSecondLook() {
    var published = published(false);
    published.sending(List.of(Anchor.parse(signed(3, 1))));
    anchors.learn(Anchor.parse(signed(9, 1)));

    published.follow(bytes(signed(3, 1)));
    published.follow(bytes(signed(9, 1)));

    assertThat(asked).isEmpty();
  }

  private String newest() {
    return anchors.newest(DEMO).orElseThrow().checkpoint();
  }

  private PublishedCheckpoints published(boolean past) {
    return new PublishedCheckpoints(
        SomeKeys.in(folder),
        anchors,
        claim -> {
          asked.add(claim);
          return past;
        });
  }

  /// - **tree** what the root is made of
  private String signed(long size, int tree) {
    var keys = SomeKeys.in(folder);
    var signer = keys.signer(keys.begin("demo", Instant.EPOCH, _ -> false));
    var root = Hash.leaf(new byte[] {(byte) tree});
    return SignedCheckpoint.sign(new Checkpoint(DEMO, new TreeSize(size), root), signer).format();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private record Settings(Path anchorsDir, Duration scrubPeriod) implements GuardConfig {}
}
