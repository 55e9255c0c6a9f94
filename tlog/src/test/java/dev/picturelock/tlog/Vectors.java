package dev.picturelock.tlog;

import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.picturelock.tlog.merkle.Hash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/// Vectors computed by an implementation that shares no code with this one; leaf i is `leaf <i>`.
public final class Vectors {

  private Vectors() {}

  /// The vector file, or a skipped test where it is not on this machine.
  public static JsonNode load() {
    Path file =
        Path.of(System.getProperty("picturelock.root", ".."), "..", "shared", "data")
            .resolve("tlog-vectors.json");
    assumeThat(file).as("vector file beside the repository").exists();
    try {
      return new ObjectMapper().readTree(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] entry(long index) {
    return ("leaf " + index).getBytes(StandardCharsets.UTF_8);
  }

  public static List<Hash> leaves(long from, long to) {
    return LongStream.range(from, to).mapToObj(i -> Hash.leaf(entry(i))).toList();
  }

  public static List<Hash> hashes(JsonNode proof) {
    var hashes = new ArrayList<Hash>();
    proof.forEach(hash -> hashes.add(Hash.ofHex(hash.asText())));
    return hashes;
  }
}
