package dev.picturelock.tlog.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Damages data at random, in the ways in which text formats tend to be forgiving.
final class Mutator {

  private static final String[] TOKENS = {
    "\n",
    "\n\n",
    "\r\n",
    " ",
    "  ",
    "\t",
    "0",
    "00",
    "-",
    "+",
    "=",
    "==",
    "\u00a0",
    "\u0000",
    "— ",
    "x",
    "/",
    ".p/",
    "18446744073709551616",
    "9223372036854775808",
    "none",
    "all",
    "index ",
    "extra ",
    "old "
  };

  private final RandomGenerator random;

  Mutator(RandomGenerator random) {
    this.random = random;
  }

  /// The data after one to four changes.
  byte[] mutate(byte[] data) {
    byte[] mutated = data;
    for (int change = random.nextInt(4); change >= 0; change--) {
      mutated = changeOnce(mutated);
    }
    return mutated;
  }

  private byte[] changeOnce(byte[] data) {
    int at = random.nextInt(data.length + 1);
    int to = Math.min(data.length, at + random.nextInt(1 + random.nextInt(40)));
    return switch (random.nextInt(7)) {
      case 0 -> flipBit(data, at);
      case 1 -> splice(data, at, at, new byte[] {(byte) random.nextInt()});
      case 2 -> splice(data, at, to, new byte[0]);
      case 3 -> splice(data, to, to, Arrays.copyOfRange(data, at, to));
      case 4 -> Arrays.copyOf(data, at);
      case 5 -> splice(data, at, Math.min(data.length, at + 1), token());
      default -> splice(data, at, at, token());
    };
  }

  private byte[] token() {
    return Samples.bytes(TOKENS[random.nextInt(TOKENS.length)]);
  }

  private byte[] flipBit(byte[] data, int at) {
    byte[] flipped = data.clone();
    if (at < data.length) {
      flipped[at] ^= (byte) (1 << random.nextInt(8));
    }
    return flipped;
  }

  private static byte[] splice(byte[] data, int from, int to, byte[] middle) {
    var spliced = new ByteArrayOutputStream();
    spliced.write(data, 0, from);
    spliced.writeBytes(middle);
    spliced.write(data, to, data.length - to);
    return spliced.toByteArray();
  }
}
