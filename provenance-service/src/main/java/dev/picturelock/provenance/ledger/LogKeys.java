package dev.picturelock.provenance.ledger;

import dev.picturelock.tlog.note.Ed25519Signer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/// The signing keys of the logs. One secret seed for the installation, kept in a file that only the
/// service can read; the log of each title signs under its own key name, which is its origin, so
/// that key ids differ.
@ApplicationScoped
public class LogKeys {
  private static final String FILE = "log-signing.seed";
  private static final int SEED_BYTES = 32;

  private final ProvenanceConfig config;
  private final byte[] seed;
  private final Map<String, Ed25519Signer> signers = new ConcurrentHashMap<>();

  LogKeys(ProvenanceConfig config, RandomGenerator random) {
    this.config = config;
    this.seed = load(config.keysDir(), random);
  }

  public String origin(String titleId) {
    return config.origin() + "/" + titleId;
  }

  public Ed25519Signer signer(String titleId) {
    return signers.computeIfAbsent(titleId, id -> Ed25519Signer.ofSeed(origin(id), seed));
  }

  private static byte[] load(Path folder, RandomGenerator random) {
    var file = folder.resolve(FILE);
    try {
      Files.createDirectories(folder);
      if (!Files.exists(file)) {
        create(folder, file, random);
      }
      var seed = Base64.getDecoder().decode(Files.readString(file).strip());
      if (seed.length != SEED_BYTES) {
        throw new IllegalStateException(file + ": want 32 bytes in base64, got " + seed.length);
      }
      return seed;
    } catch (IOException e) {
      throw new UncheckedIOException("the log signing key cannot be read or made", e);
    }
  }

  private static void create(Path folder, Path file, RandomGenerator random) throws IOException {
    var seed = new byte[SEED_BYTES];
    random.nextBytes(seed);
    var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var draft = Files.createTempFile(folder, FILE, ".new", owner);
    Files.writeString(draft, Base64.getEncoder().encodeToString(seed) + "\n");
    try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    try {
      // Linking fails if another instance was faster; then its key is the key.
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException faster) {
      // read below
    } finally {
      Files.deleteIfExists(draft);
    }
    // The key must survive a power cut before anything is signed with it.
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
