package dev.picturelock.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Opens whatever can be opened by somebody who has everything: the installation's secret and every
/// subject's key that is left. Written by the recipes, without the code it tests.
final class KeysLeft {

  private static final int NONCE = 12;
  private static final String SEALED = "\"ciphertext\"";

  private final RunningStack stack;

  KeysLeft(RunningStack stack) {
    this.stack = stack;
  }

  /// A value as it rests in the database.
  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  record Row(String binding, byte[] sealed) {}

  /// What a backup of the database would have of them.
  List<Row> rows() {
    try (var connection =
            DriverManager.getConnection(
                stack.jdbcUrl("picturelock"), "postgres", stack.postgresPassword());
        var statement = connection.createStatement()) {
      var rows = new ArrayList<Row>();
      var result =
          statement.executeQuery(
              """
              SELECT concat_ws(E'\\n', title_id, subject, event_id, digest), sealed
              FROM provenance.disclosure
              """);
      while (result.next()) {
        rows.add(new Row(result.getString(1), result.getBytes(2)));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What the subjects' keys that are left open of the rows.
  void open(List<Row> rows, Consumer<byte[]> opened) {
    var keys = subjectKeys();
    for (var row : rows) {
      keys.forEach(
          key -> open(key, row.sealed(), row.binding()).map(KeysLeft::decoded).ifPresent(opened));
    }
  }

  /// What the installation's secret opens of values in their form of travel, wherever they stand
  /// among the bytes.
  void openTransported(byte[] bytes, Consumer<byte[]> opened) {
    var key = derived("picturelock disclosure v1");
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    for (int at = text.indexOf(SEALED); at >= 0; at = text.indexOf(SEALED, at + 1)) {
      int begin = text.lastIndexOf('{', at);
      int end = text.indexOf('}', at);
      if (begin >= 0 && end >= 0) {
        openTransported(key, text.substring(begin, end + 1)).ifPresent(opened);
      }
    }
  }

  private static Optional<byte[]> openTransported(SecretKey key, String json) {
    try {
      var record = Answer.parse(json.getBytes(StandardCharsets.ISO_8859_1));
      var nonce = Base64.getDecoder().decode(record.path("nonce").asText());
      var ciphertext = Base64.getDecoder().decode(record.path("ciphertext").asText());
      var sealed = Arrays.copyOf(nonce, nonce.length + ciphertext.length);
      System.arraycopy(ciphertext, 0, sealed, nonce.length, ciphertext.length);
      var binding =
          String.join(
              "\n",
              record.path("title").asText(),
              record.path("event").asText(),
              record.path("digest").asText());
      return open(key, sealed, binding).map(KeysLeft::decoded);
    } catch (IllegalArgumentException | UncheckedIOException brokenOff) {
      return Optional.empty();
    }
  }

  private List<SecretKey> subjectKeys() {
    var wrapping = derived("picturelock subject keys v1");
    try (var files = Files.list(stack.data().resolve("subject-keys"))) {
      var keys = new ArrayList<SecretKey>();
      for (var file : files.filter(KeysLeft::isKey).toList()) {
        open(wrapping, Files.readAllBytes(file), file.getFileName().toString())
            .ifPresent(key -> keys.add(new SecretKeySpec(key, "AES")));
      }
      return keys;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isKey(Path file) {
    return file.getFileName().toString().matches("[0-9a-f]{32}");
  }

  private SecretKey derived(String purpose) {
    try {
      var derivation =
          HKDFParameterSpec.ofExtract()
              .addIKM(Base64.getDecoder().decode(stack.masterKey()))
              .thenExpand(purpose.getBytes(StandardCharsets.US_ASCII), 32);
      return KDF.getInstance("HKDF-SHA256").deriveKey("AES", derivation);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Salt, name and value as JSON.
  private static byte[] decoded(byte[] disclosure) {
    return Base64.getUrlDecoder().decode(disclosure);
  }

  private static Optional<byte[]> open(SecretKey key, byte[] sealed, String binding) {
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(128, sealed, 0, NONCE));
      cipher.updateAAD(binding.getBytes(StandardCharsets.UTF_8));
      return Optional.of(cipher.doFinal(sealed, NONCE, sealed.length - NONCE));
    } catch (GeneralSecurityException another) {
      return Optional.empty();
    }
  }
}
