package dev.picturelock.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.kit.disclosure.Disclosures;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  private final Disclosures disclosures = secret(1);

  @Test
  void equalContentHasNoDifference() {
    var one = of(Map.of("b", List.of(1, 2), "a", "x"));

    assertThat(one.firstDifference(of(Map.of("a", "x", "b", List.of(1, 2))))).isEmpty();
    assertThat(one).isEqualTo(Fingerprint.parse(one.text()));
  }

  @Test
  void namesTheFirstPlaceThatSaysSomethingElse() {
    var first = of(Map.of("a", "x", "b", Map.of("c", "1", "d", "2"), "e", List.of("p", "q")));

    differs(first, Map.of("a", "x", "b", Map.of("c", "1", "d", "3"), "e", List.of("p")), "/b/d");
    differs(first, Map.of("a", "x", "b", Map.of("c", "1", "d", "2"), "e", List.of("p")), "/e/1");
    differs(
        first,
        Map.of("a", "x", "b", Map.of("c", "1", "d", "2"), "e", List.of("p", "q", "r")),
        "/e/2");
    differs(first, Map.of("a", "x", "b", Map.of(), "e", List.of("p", "q")), "/b");
    differs(first, Map.of("a", 1, "b", Map.of("c", "1", "d", "2"), "e", List.of("p", "q")), "/a");
  }

  @Test
  void survivesOddNames() {
    var odd = of(Map.of("a b/c~d%20\n\r", "x"));

    var difference =
        Fingerprint.parse(odd.text()).firstDifference(of(Map.of("a b/c~d%20\n\r", "y")));

    assertThat(difference).contains("/a b~1c~0d%20\n\r");
  }

  @Test
  void tellsNothingOfTheContent() {
    var text = of(Map.of("prompt", "a crowd", "negativePrompt", "a crowd")).text();

    assertThat(text).doesNotContain("crowd");
    assertThat(text.lines().map(line -> line.split(" ", 2)[1])).doesNotHaveDuplicates();
    assertThat(text)
        .isNotEqualTo(
            Fingerprint.of("t", Map.of("prompt", "a crowd", "negativePrompt", "a crowd"), secret(2))
                .text());
  }

  private void differs(Fingerprint first, Object other, String pointer) {
    assertThat(first.firstDifference(of(other))).contains(pointer);
  }

  private Fingerprint of(Object content) {
    return Fingerprint.of("t", content, disclosures);
  }

  private static Disclosures secret(int secret) {
    var key = new byte[32];
    key[0] = (byte) secret;
    return Disclosures.of(Base64.getEncoder().encodeToString(key), new Random(secret));
  }
}
