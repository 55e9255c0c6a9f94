package dev.picturelock.provenance;

import dev.picturelock.provenance.ledger.log.SomeKeys;
import dev.picturelock.testkit.witness.ForeignWitness;
import dev.picturelock.tlog.note.Ed25519Signer;
import dev.picturelock.tlog.note.VerifierKey;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/// A witness that nobody here wrote, and a service whose log of logs it can know.
///
/// That witness takes only an origin that is made of the log's key, which a log has whose key is
/// the master secret itself, as logs had before every log got a key of its own.
public final class ForeignWitnessResource implements QuarkusTestResourceLifecycleManager {
  private static Optional<ForeignWitness> witness = Optional.empty();
  private static String policy = "";

  static Optional<ForeignWitness> witness() {
    return witness;
  }

  static String policy() {
    return policy;
  }

  /// The key of the log of logs, whose name is the origin.
  static VerifierKey logKey() {
    var key = Ed25519Signer.ofSeed("any", seed()).verifierKey().publicKey();
    return Ed25519Signer.ofSeed(ForeignWitness.origin(key), seed()).verifierKey();
  }

  @Override
  public Map<String, String> start() {
    if (!ForeignWitness.isInstalled()) {
      return Map.of();
    }
    try {
      var folder = Files.createTempDirectory("foreign-witness");
      var keys = Files.createDirectory(folder.resolve("keys"));
      SomeKeys.write(
          keys.resolve("log-signing.seed"), Base64.getEncoder().encodeToString(seed()) + "\n");
      var started = ForeignWitness.start(folder, logKey().publicKey());
      witness = Optional.of(started);
      policy = "witness sigsum %s %s\nquorum sigsum\n".formatted(started.key(), started.url());
      Path file = Files.writeString(folder.resolve("policy"), policy);
      return Map.of(
          "PICTURELOCK_KEYS_DIR", keys.toString(),
          "picturelock.witness.policy", file.toString(),
          "picturelock.witness.period", "50ms",
          "picturelock.witness.longest-pause", "200ms",
          "picturelock.log-of-logs.period", "1h");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    witness.ifPresent(ForeignWitness::close);
    witness = Optional.empty();
  }

  private static byte[] seed() {
    var seed = new byte[32];
    Arrays.fill(seed, (byte) 77);
    return seed;
  }
}
