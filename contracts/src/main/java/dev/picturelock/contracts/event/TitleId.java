package dev.picturelock.contracts.event;

import java.util.regex.Pattern;

/// What a title may be called: it is a key, a part of addresses and of the name of a signing key.
public final class TitleId {
  /// Lower-case letters, digits and hyphens, 1 to 63, not beginning with a hyphen.
  public static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

  private TitleId() {}

  public static boolean isOne(String text) {
    return SHAPE.matcher(text).matches();
  }
}
