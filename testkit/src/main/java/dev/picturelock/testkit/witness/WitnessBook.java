package dev.picturelock.testkit.witness;

import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The checkpoint that a witness cosigned last, of each log; kept in a folder, or only in memory.
final class WitnessBook {

  private final @Nullable Path folder;
  private final Map<String, SignedCheckpoint> pages = new HashMap<>();

  WitnessBook(@Nullable Path folder) {
    this.folder = folder;
  }

  /// The name of a log's page: the SHA-256 of its origin, in hexadecimal.
  static String page(String origin) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(origin.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  synchronized Optional<SignedCheckpoint> read(String page) {
    return Optional.ofNullable(pages.computeIfAbsent(page, this::load));
  }

  /// Replaces a page by what the function makes of it, with nobody else between reading and
  /// writing; the page is on disk when this returns. A function that throws changes nothing.
  synchronized void replace(String page, UnaryOperator<Optional<SignedCheckpoint>> replacement) {
    var next = replacement.apply(read(page)).orElseThrow();
    store(page, next);
    pages.put(page, next);
  }

  private @Nullable SignedCheckpoint load(String page) {
    if (folder == null || !Files.exists(folder.resolve(page))) {
      return null;
    }
    try {
      return SignedCheckpoint.parse(Files.readAllBytes(folder.resolve(page)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void store(String page, SignedCheckpoint checkpoint) {
    if (folder == null) {
      return;
    }
    var draft = folder.resolve(page + ".new");
    try {
      try (var file =
          FileChannel.open(
              draft,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        var bytes = ByteBuffer.wrap(checkpoint.toBytes());
        while (bytes.hasRemaining()) {
          file.write(bytes);
        }
        file.force(true);
      }
      Files.move(
          draft,
          folder.resolve(page),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
