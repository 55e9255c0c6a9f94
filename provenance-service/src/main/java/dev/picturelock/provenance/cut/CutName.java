package dev.picturelock.provenance.cut;

import dev.picturelock.kit.event.Digest;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Makes ids of cuts that a person can tell apart: `reel-2-lock-3f9a01bc`.
final class CutName {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,79}");
  private static final int LONGEST_SLUG = 40;
  private static final int DIGITS = 8;
  private static final int DIGITS_IF_TAKEN = 16;

  private CutName() {}

  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  static String id(String name, String fileSha256) {
    return slug(name) + "-" + fileSha256.substring(0, DIGITS);
  }

  /// Another id, for a name or rate that leads to one that is taken.
  static String otherId(String name, FrameRate rate, String fileSha256) {
    var all = (name + "\n" + rate + "\n" + fileSha256).getBytes(StandardCharsets.UTF_8);
    return slug(name) + "-" + Digest.sha256Hex(all).substring(0, DIGITS_IF_TAKEN);
  }

  private static String slug(String name) {
    var plain =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    var cut = plain.length() > LONGEST_SLUG ? plain.substring(0, LONGEST_SLUG) : plain;
    return cut.isEmpty() ? "cut" : cut.replaceAll("-$", "");
  }
}
