package dev.picturelock.provenance.verify;

import dev.picturelock.tlog.merkle.Hash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// Verifier keys of the sample's origin with well-stated ids; about half of their points are on the
/// curve.
final class RandomKeys {

  /// Points whose y is 0, 1, p-1, p, p+1 and the largest number, with either sign of x.
  static final List<String> EDGES =
      Stream.of("00", "01", "ec", "ed", "ee", "ff")
          .flatMap(low -> Stream.of("00", "80", "7f", "ff").map(high -> edge(low, high)))
          .toList();

  private RandomKeys() {}

  static String of(int number) {
    return key(Hash.leaf(new byte[] {(byte) number}).toBytes());
  }

  private static String edge(String low, String high) {
    var middle = high.equals("7f") || high.equals("ff") ? "ff" : "00";
    return key(HexFormat.of().parseHex(low + middle.repeat(30) + high));
  }

  private static String key(byte[] point) {
    var typed = ByteBuffer.allocate(33).put((byte) 1).put(point).array();
    var id =
        Arrays.copyOf(sha256((SampleLog.ORIGIN + "\n").getBytes(StandardCharsets.UTF_8), typed), 4);
    return SampleLog.ORIGIN
        + "+"
        + HexFormat.of().formatHex(id)
        + "+"
        + Base64.getEncoder().encodeToString(typed);
  }

  private static byte[] sha256(byte[] first, byte[] second) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(first);
      return digest.digest(second);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
