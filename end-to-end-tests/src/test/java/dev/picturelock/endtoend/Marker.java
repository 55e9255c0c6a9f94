package dev.picturelock.endtoend;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A word that is nowhere in the world, to be planted and found again.
///
/// A planted value is the word and, without anything between, its kind in lower-case letters; so a
/// find tells what was found. The word is looked for as it is and in every form in which it might
/// be kept by somebody who does not mean to hide it: other case, hex, base64 and base64url, both
/// again in base64 or hex, UTF-16, and JSON's and URLs' escapes.
final class Marker {

  private static final int LETTERS = 16;
  private static final int GROUP = 3;

  private final String word;
  private final Map<String, String> forms = new LinkedHashMap<>();

  Marker() {
    this(random());
  }

  Marker(String word) {
    this.word = word;
    forms.put("lower case", word.toLowerCase(Locale.ROOT));
    forms.put("upper case", word.toUpperCase(Locale.ROOT));
    forms.put("JSON escapes", escaped("\\u%04x"));
    forms.put("JSON escapes, upper case", escaped("\\u%04X"));
    forms.put("URL escapes", escaped("%%%02x"));
    forms.put("URL escapes, upper case", escaped("%%%02X"));
    forms.put("UTF-16", latin1(word.getBytes(StandardCharsets.UTF_16BE)).substring(1));
    encode("", word);
  }

  /// A value to plant.
  String of(String kind) {
    return word + kind;
  }

  /// What of this marker stands in the bytes: kinds, those in another form with its name in
  /// brackets before them.
  Set<String> in(byte[] bytes) {
    var text = latin1(bytes);
    var found = new TreeSet<String>();
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      found.add(kindAt(text, at + word.length()));
    }
    forms.forEach((name, form) -> {
      int at = text.indexOf(form);
      if (at >= 0) {
        found.add("[%s] %s".formatted(name, kindAt(text, at + form.length())));
      }
    });
    return found;
  }

  private static String kindAt(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= 'a' && text.charAt(end) <= 'z') {
      end++;
    }
    return text.substring(from, end);
  }

  /// Hex and base64 of a text, and of those texts once more.
  private void encode(String prefix, String text) {
    var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    put(prefix + "hex", HexFormat.of().formatHex(bytes));
    put(prefix + "hex, upper case", HexFormat.of().withUpperCase().formatHex(bytes));
    for (int before = 0; before < GROUP; before++) {
      put(prefix + "base64+" + before, inner(Base64.getEncoder(), bytes, before));
      put(prefix + "base64url+" + before, inner(Base64.getUrlEncoder(), bytes, before));
    }
  }

  private void put(String name, String form) {
    if (!forms.containsValue(form)) {
      forms.put(name, form);
      if (!name.contains(" of ")) {
        encode(name + " of ", form);
      }
    }
  }

  /// The digits of base64 that depend on these bytes alone, when so many bytes stand before them.
  private static String inner(Base64.Encoder encoder, byte[] bytes, int before) {
    var shifted = new byte[before + bytes.length];
    System.arraycopy(bytes, 0, shifted, before, bytes.length);
    var digits = encoder.withoutPadding().encodeToString(shifted);
    int mixed = before == 0 ? 0 : before + 1;
    int end = digits.length() - (shifted.length % GROUP == 0 ? 0 : 1);
    return digits.substring(mixed, end);
  }

  private String escaped(String format) {
    return word.chars().mapToObj(format::formatted).collect(Collectors.joining());
  }

  private static String latin1(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static String random() {
    var random = new SecureRandom();
    return random
        .ints(LETTERS, 'a', 'z' + 1)
        .mapToObj(Character::toString)
        .collect(Collectors.joining("", "Q", "7"));
  }
}
