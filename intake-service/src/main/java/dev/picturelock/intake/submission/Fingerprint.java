package dev.picturelock.intake.submission;

import dev.picturelock.kit.disclosure.Disclosures;
import dev.picturelock.kit.json.JsonPolicy;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/// What was sent, told by keyed digests only: enough to say whether and where something else was
/// sent, not enough to learn what.
///
/// - **leaves** JSON pointer of each value to its digest, in canonical order
/// - **Text form:** one line for each leaf, `<pointer> <digest>`; a blank in a pointer is `%20`
public record Fingerprint(SequencedMap<String, String> leaves) {
  /// 96 bits: to collide, a sender would need the installation's secret.
  private static final int DIGEST_BYTES = 12;

  public static Fingerprint of(String title, Object content, Disclosures disclosures) {
    var leaves = new LinkedHashMap<String, String>();
    walk("", JsonPolicy.plain(content), disclosures.fingerprints(title), leaves);
    return new Fingerprint(leaves);
  }

  public static Fingerprint parse(String text) {
    var leaves = new LinkedHashMap<String, String>();
    text.lines()
        .forEach(line -> {
          int blank = line.indexOf(' ');
          leaves.put(line.substring(0, blank), line.substring(blank + 1));
        });
    return new Fingerprint(leaves);
  }

  public String text() {
    var text = new StringBuilder();
    leaves.forEach(
        (pointer, digest) -> text.append(pointer).append(' ').append(digest).append('\n'));
    return text.toString();
  }

  /// The first place, in canonical order, where `other` says something else; empty when both are
  /// the same.
  public Optional<String> firstDifference(Fingerprint other) {
    var changed =
        other.leaves.entrySet().stream()
            .filter(leaf -> !leaf.getValue().equals(leaves.get(leaf.getKey())))
            .map(Map.Entry::getKey)
            .findFirst();
    return changed
        .or(() -> leaves.keySet().stream().filter(p -> !other.leaves.containsKey(p)).findFirst())
        .map(pointer ->
            pointer
                .replace("%20", " ")
                .replace("%0A", "\n")
                .replace("%0D", "\r")
                .replace("%25", "%"));
  }

  private static void walk(
      String at, Object value, UnaryOperator<byte[]> mac, SequencedMap<String, String> leaves) {
    switch (value) {
      case Map<?, ?> members when !members.isEmpty() ->
          members.forEach(
              (name, member) -> walk(at + "/" + step((String) name), member, mac, leaves));
      case List<?> items when !items.isEmpty() -> {
        for (int i = 0; i < items.size(); i++) {
          walk(at + "/" + i, items.get(i), mac, leaves);
        }
      }
      default -> leaves.put(at, digest(at, value, mac));
    }
  }

  /// The pointer is part of what is digested, so that equal values in two places cannot be told.
  private static String digest(String at, Object value, UnaryOperator<byte[]> mac) {
    var content = at + "\n" + new String(JsonPolicy.canonical(value), StandardCharsets.UTF_8);
    var digest = mac.apply(content.getBytes(StandardCharsets.UTF_8));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOf(digest, DIGEST_BYTES));
  }

  private static String step(String name) {
    return name.replace("~", "~0")
        .replace("/", "~1")
        .replace("%", "%25")
        .replace(" ", "%20")
        .replace("\n", "%0A")
        .replace("\r", "%0D");
  }
}
