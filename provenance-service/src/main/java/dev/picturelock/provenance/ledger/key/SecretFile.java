package dev.picturelock.provenance.ledger.key;

import dev.picturelock.kit.file.DurableFile;
import dev.picturelock.kit.file.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.spec.SecretKeySpec;

/// A master secret in a file: 32 bytes as base64.
public final class SecretFile implements MasterSecret {
  private final Path file;
  private final byte[] secret;

  private SecretFile(Path file, byte[] secret) {
    this.file = file;
    this.secret = secret;
  }

  /// - **Errors:** [IllegalStateException] when the file holds something else, or strangers may
  ///   read it
  public static SecretFile read(Path file) {
    try {
      if (OwnerOnly.isOpenToStrangers(file)) {
        throw new IllegalStateException(
            file
                + ": others may read or change it, and whoever has read it can sign; chmod 600, and"
                + " change the keys if anybody may have");
      }
      var secret = Base64.getDecoder().decode(Files.readString(file).strip());
      if (secret.length == BYTES) {
        return new SecretFile(file, secret);
      }
    } catch (IllegalArgumentException notBase64) {
      // said below, without the content
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
    throw new IllegalStateException(file + ": want 32 bytes as base64");
  }

  /// Makes a fresh one that only the service can read; another instance may be faster, then its
  /// secret is the secret. It survives a power cut before anything is signed with it.
  public static SecretFile create(Path folder, String name, RandomGenerator random) {
    var file = folder.resolve(name);
    var secret = new byte[BYTES];
    random.nextBytes(secret);
    try {
      OwnerOnly.makeFolder(folder);
      var draft = Files.createTempFile(folder, "new", ".seed", OwnerOnly.FILE);
      try {
        DurableFile.write(draft, text(secret));
        Files.createLink(file, draft);
      } catch (FileAlreadyExistsException faster) {
        // read below
      } finally {
        Files.deleteIfExists(draft);
      }
      DurableFile.forceFolder(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be made", e);
    }
    return read(file);
  }

  @Override
  public byte[] derive(String purpose) {
    try {
      var mac = MasterSecret.mac();
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw MasterSecret.unusable(name(), e);
    }
  }

  /// The secret itself, which signed before every log had a key of its own.
  public byte[] bytes() {
    return secret.clone();
  }

  boolean isCalled(String name) {
    return file.endsWith(name);
  }

  @Override
  public String name() {
    return file.toString();
  }

  private static byte[] text(byte[] secret) {
    return (Base64.getEncoder().encodeToString(secret) + "\n").getBytes(StandardCharsets.US_ASCII);
  }
}
