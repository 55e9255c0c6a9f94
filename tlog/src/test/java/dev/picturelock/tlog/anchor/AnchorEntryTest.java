package dev.picturelock.tlog.anchor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.Seeds;
import dev.picturelock.tlog.note.Ed25519Signer;
import dev.picturelock.tlog.note.VerifierKey;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnchorEntryTest {

  private static final Instant TIME = Instant.parse("2026-11-22T07:00:00.12Z");
  private static final String A = "A".repeat(43);
  private static final String B = "B".repeat(42) + "A";
  private static final String ENTRY =
      "{\"checkpoints\":{\"%s\":\"%s\",\"%s\":\"%s\"},\"time\":\"2026-11-22T07:00:00.120000Z\",\"v\":1}"
          .formatted(A, B, B, A);

  @Test
  void hasOneSpelling() {
    var checkpoints = new TreeMap<Label, Commitment>();
    checkpoints.put(new Label(B), new Commitment(A));
    checkpoints.put(new Label(A), new Commitment(B));

    var entry = new AnchorEntry(checkpoints, TIME);

    assertThat(entry.format()).isEqualTo(ENTRY);
    assertThat(AnchorEntry.parse(entry.toBytes())).isEqualTo(entry);
  }

  @Test
  void labelsALogByItsKeyAndTheTimeAsAnybodyWithAHashFunctionCan() throws Exception {
    var key = key(1);
    var sha256 = MessageDigest.getInstance("SHA-256");
    sha256.update("picturelock log-of-logs label v1\n".getBytes(UTF_8));
    sha256.update((key.format() + "\n").getBytes(UTF_8));
    sha256.update("2026-11-22T07:00:00.120000Z".getBytes(UTF_8));

    var label = Label.of(key, TIME);

    assertThat(label.value())
        .isEqualTo(Base64.getUrlEncoder().withoutPadding().encodeToString(sha256.digest()));
  }

  @Test
  void labelsALogAnewInEveryEntry() {
    assertThat(Label.of(key(1), TIME))
        .isNotEqualTo(Label.of(key(1), TIME.plusNanos(1000)))
        .isNotEqualTo(Label.of(key(2), TIME))
        .isNotEqualTo(
            Label.of(Ed25519Signer.ofSeed("log.example/2", Seeds.of(1)).verifierKey(), TIME));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"checkpoints\":{},\"time\":\"2026-11-22T07:00:00.120000Z\",\"v\":1}",
        "{\"checkpoints\":{\"x\":\"y\"},\"time\":\"2026-11-22T07:00:00.120000Z\",\"v\":1}"
      })
  void refusesWhatIsNoEntry(String text) {
    assertThatThrownBy(() -> AnchorEntry.parse(text.getBytes(UTF_8)))
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void refusesASecondSpelling() {
    String pair = "\"%s\":\"%s\"".formatted(A, B);

    assertRefused(ENTRY.replace(pair, pair + "," + pair));
    assertRefused(ENTRY.replace(pair + ",", "").replace("},\"time\"", "," + pair + "},\"time\""));
    assertRefused(ENTRY.replace(".120000Z", ".12Z"));
    assertRefused(ENTRY.replace(".120000Z", ".1200000Z"));
    assertRefused(ENTRY.replace("\"v\":1", "\"v\":2"));
    assertRefused(ENTRY.replace("\"v\":1", "\"v\": 1"));
    assertRefused(ENTRY.replace("\":\"", "\": \""));
    assertRefused(ENTRY.replace("2026", "2O26"));
    assertRefused(ENTRY.replace("BA\"", "BB\""));
    assertRefused(ENTRY + "\n");
    assertRefused(" " + ENTRY);
  }

  @Test
  void alwaysFitsIntoAnEntryOfALog() {
    var checkpoints = new TreeMap<Label, Commitment>();
    IntStream.range(0, AnchorEntry.MAX_CHECKPOINTS)
        .forEach(i -> checkpoints.put(Label.of(key(1), TIME.plusSeconds(i)), new Commitment(A)));

    var entry = new AnchorEntry(checkpoints, TIME);
    checkpoints.put(Label.of(key(2), TIME), new Commitment(A));

    assertThat(entry.toBytes()).hasSizeLessThan(65_536);
    assertThat(AnchorEntry.parse(entry.toBytes())).isEqualTo(entry);
    assertThatThrownBy(() -> new AnchorEntry(checkpoints, TIME))
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void hasNoTimeThatCannotBeWritten() {
    var checkpoints = new TreeMap<Label, Commitment>();
    checkpoints.put(new Label(A), new Commitment(A));

    assertThatThrownBy(() -> new AnchorEntry(checkpoints, TIME.plusNanos(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new AnchorEntry(checkpoints, Instant.parse("+10000-01-01T00:00:00Z")))
        .isInstanceOf(MalformedException.class);
  }

  private static void assertRefused(String text) {
    assertThat(text).isNotEqualTo(ENTRY);
    assertThatThrownBy(() -> AnchorEntry.parse(text.getBytes(UTF_8)))
        .as(text)
        .isInstanceOf(MalformedException.class);
  }

  private static VerifierKey key(int seed) {
    return Ed25519Signer.ofSeed("log.example", Seeds.of(seed)).verifierKey();
  }
}
