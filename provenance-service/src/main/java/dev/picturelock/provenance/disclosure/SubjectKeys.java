package dev.picturelock.provenance.disclosure;

import dev.picturelock.kit.disclosure.Box;
import dev.picturelock.kit.disclosure.Disclosures;
import dev.picturelock.kit.file.DurableFile;
import dev.picturelock.kit.file.OwnerOnly;
import dev.picturelock.kit.transaction.AfterCompletion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/// The keys under which values rest: one small file each, outside the database, sealed under a key
/// of the installation.
///
/// - **Names** of files are random: neither a title nor a person can be read off the folder
/// - **No cache:** whoever opens values reads the key again, so a destroyed key is gone for every
///   instance at once
/// - **Destroying** takes the name away, overwrites, removes, and returns when the disk has it
@ApplicationScoped
public class SubjectKeys {
  private static final Logger LOG = Logger.getLogger(SubjectKeys.class);
  private static final int KEY_BYTES = 32;
  private static final int ID_BYTES = 16;
  private static final Pattern ID = Pattern.compile("[0-9a-f]{" + 2 * ID_BYTES + "}");
  private static final String MARKER = "picturelock-subject-keys";

  private final Path folder;
  private final Box wrapping;
  private final RandomGenerator random;
  private final TransactionSynchronizationRegistry transaction;

  SubjectKeys(
      DisclosureConfig config,
      Disclosures disclosures,
      RandomGenerator random,
      TransactionSynchronizationRegistry transaction) {
    this.folder = config.subjectKeysDir();
    this.wrapping = disclosures.box("picturelock subject keys v1");
    this.random = random;
    this.transaction = transaction;
  }

  /// Makes the folder ours when keys are not expected to be in it.
  ///
  /// - **Errors:** [IllegalStateException] when keys are expected and this is not their folder: a
  ///   disk that is not mounted must not look like keys that were destroyed
  public void begin(boolean keysExpected) {
    if (keysExpected) {
      requireOurs();
    }
    if (Files.exists(marker())) {
      return;
    }
    try {
      OwnerOnly.makeFolder(folder);
      Files.writeString(marker(), "Each file here is the key of values in the database.\n");
      DurableFile.forceFolder(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("the folder of subject keys cannot be made", e);
    }
  }

  String freshId() {
    return HexFormat.of().formatHex(randomBytes(ID_BYTES));
  }

  /// Makes keys that this transaction gives to subjects. Nobody else knows their ids before it
  /// commits, so a file that a crash leaves half written is the key of nothing.
  public void make(List<String> ids) {
    if (ids.isEmpty()) {
      return;
    }
    requireOurs();
    destroyOnRollback(ids);
    try {
      for (var id : ids) {
        var options = Set.<OpenOption>of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = FileChannel.open(file(id), options, OwnerOnly.FILE)) {
          DurableFile.write(channel, wrapping.seal(randomBytes(KEY_BYTES), id));
        }
      }
      // Before anything rests under a key, the key must survive a power cut.
      DurableFile.forceFolder(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("a subject key cannot be made", e);
    }
  }

  /// Empty when the key was destroyed.
  ///
  /// - **Errors:** [IllegalStateException] when the file is damaged or of another installation
  public Optional<Box> find(String id) {
    var file = file(id);
    try {
      var key = wrapping.open(Files.readAllBytes(file), id);
      // One that we had opened just before its destroyer took its name away is gone all the same.
      if (key.isEmpty() && Files.exists(file)) {
        throw new IllegalStateException("subject key " + id + " cannot be opened");
      }
      return key.map(bytes -> Box.of(bytes, random));
    } catch (NoSuchFileException gone) {
      requireOurs();
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("a subject key cannot be read", e);
    }
  }

  /// Destroys a key for ever; one that is gone already is no error.
  public void destroy(String id) {
    requireOurs();
    var file = file(id);
    var doomed = file.resolveSibling(id + ".destroyed");
    try {
      // Whoever reads it meanwhile finds it whole or not at all, never what is written over it.
      try {
        Files.move(file, doomed, StandardCopyOption.ATOMIC_MOVE);
      } catch (NoSuchFileException gone) {
        // by an earlier try, or just now by whoever destroys it beside us
      }
      try (var channel = FileChannel.open(doomed, StandardOpenOption.WRITE)) {
        DurableFile.write(channel, randomBytes((int) channel.size()));
      } catch (NoSuchFileException gone) {
        // as above
      }
      Files.deleteIfExists(doomed);
      // Asked for again after a crash, it must be durable even if we find nothing.
      DurableFile.forceFolder(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("a subject key cannot be destroyed", e);
    }
  }

  /// What rested under them, if anything, was rolled back, but the database's log may have it.
  private void destroyOnRollback(List<String> ids) {
    AfterCompletion.run(
        transaction,
        status -> {
          if (status == Status.STATUS_ROLLEDBACK) {
            destroyWhatIsLeft(ids);
          }
        });
  }

  private void destroyWhatIsLeft(List<String> ids) {
    try {
      ids.forEach(this::destroy);
    } catch (UncheckedIOException left) {
      LOG.warnf("keys of nothing are left behind: %s", left.getMessage());
    }
  }

  private void requireOurs() {
    if (!Files.exists(marker())) {
      throw new IllegalStateException(
          folder
              + " is not the folder of this installation's subject keys: the file "
              + MARKER
              + " is not in it");
    }
  }

  private Path marker() {
    return folder.resolve(MARKER);
  }

  /// Ids come out of the database, and whoever can write there must not name files elsewhere.
  private Path file(String id) {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("'" + id + "' is not the id of a subject key");
    }
    return folder.resolve(id);
  }

  private byte[] randomBytes(int count) {
    var bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
