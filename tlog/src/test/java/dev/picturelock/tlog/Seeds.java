package dev.picturelock.tlog;

import java.util.Arrays;

/// Seeds of test keys; nothing real is signed with them.
public final class Seeds {

  private Seeds() {}

  public static byte[] of(int value) {
    byte[] seed = new byte[32];
    Arrays.fill(seed, (byte) value);
    return seed;
  }
}
