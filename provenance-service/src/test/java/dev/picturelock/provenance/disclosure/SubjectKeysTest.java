package dev.picturelock.provenance.disclosure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.picturelock.kit.disclosure.Disclosures;
import jakarta.transaction.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectKeysTest {
  private final FakeTransaction transaction = new FakeTransaction();
  private final Path folder;
  private final SubjectKeys keys;

  SubjectKeysTest(@TempDir Path scratch) {
    folder = scratch.resolve("subject-keys");
    keys = keys(1);
    keys.begin(false);
  }

  @Test
  void everyInstanceOpensWhatOneSealed() {
    var id = keys.freshId();
    keys.make(List.of(id));

    var sealed = keys.find(id).orElseThrow().seal("a value".getBytes(UTF_8), "its place");

    assertThat(keys(1).find(id).orElseThrow().open(sealed, "its place"))
        .hasValueSatisfying(clear -> assertThat(clear).asString(UTF_8).isEqualTo("a value"));
    assertThat(keys(1).find(id).orElseThrow().open(sealed, "another place")).isEmpty();
  }

  @Test
  void aKeyThatOneDestroysIsGoneForAll() {
    var other = keys(1);
    var id = keys.freshId();
    keys.make(List.of(id));
    assertThat(other.find(id)).isPresent();

    keys.destroy(id);
    keys.destroy(id);

    assertThat(other.find(id)).isEmpty();
  }

  @Test
  void manyMayDestroyTheSameKeysAtOnce() throws Exception {
    var ids = Stream.generate(keys::freshId).limit(200).toList();
    keys.make(ids);

    try (var threads = Executors.newFixedThreadPool(4)) {
      var all =
          threads.invokeAll(
              Collections.nCopies(
                  4,
                  () -> {
                    ids.forEach(keys::destroy);
                    return true;
                  }));
      for (var one : all) {
        assertThat(one.get()).isEqualTo(true);
      }
    }

    assertThat(ids).allSatisfy(id -> assertThat(keys.find(id)).isEmpty());
  }

  @Test
  void whoReadsAKeyThatIsBeingDestroyedFindsItWholeOrGone() throws Exception {
    var ids = Stream.generate(keys::freshId).limit(200).toList();
    keys.make(ids);

    try (var threads = Executors.newFixedThreadPool(1)) {
      var destroying = threads.submit(() -> ids.forEach(keys::destroy));
      for (var id : ids) {
        var key = keys.find(id);
        while (key.isPresent()) {
          key = keys.find(id);
        }
      }
      destroying.get();
    }

    assertThat(folder).isDirectoryContaining("glob:**/picturelock-subject-keys");
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void aKeyWhoseDestroyerDiedIsDestroyedByTheNextOne() throws IOException {
    var id = keys.freshId();
    keys.make(List.of(id));
    Files.move(folder.resolve(id), folder.resolve(id + ".destroyed"));

    assertThat(keys.find(id)).isEmpty();
    keys.destroy(id);

    assertThat(folder.toFile().list()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../log-signing.seed", "picturelock-subject-keys", "", ".", "A0"})
  void nothingButAKeyIsEverOpenedOrDestroyed(String name) throws IOException {
    var neighbour = Files.writeString(folder.resolveSibling("log-signing.seed"), "a secret");

    assertThatThrownBy(() -> keys.destroy(name)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> keys.find(name)).isInstanceOf(IllegalArgumentException.class);

    assertThat(neighbour).hasContent("a secret");
    assertThat(folder.resolve("picturelock-subject-keys")).isRegularFile();
  }

  @Test
  void aTransactionThatRollsBackTakesItsKeysAlong() {
    var ids = List.of(keys.freshId(), keys.freshId());
    keys.make(ids);

    transaction.end(Status.STATUS_ROLLEDBACK);

    assertThat(ids).allSatisfy(id -> assertThat(keys.find(id)).isEmpty());
  }

  @Test
  void aTransactionOfUnknownOutcomeLeavesThem() {
    var id = keys.freshId();
    keys.make(List.of(id));

    transaction.end(Status.STATUS_UNKNOWN);

    assertThat(keys.find(id)).isPresent();
  }

  @Test
  void onlyTheServiceCanReadThem() throws IOException {
    var id = keys.freshId();
    keys.make(List.of(id));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(id))))
        .isEqualTo("rw-------");
    assertThatThrownBy(() -> keys(2).find(id)).hasMessageContaining("cannot be opened");
  }

  @Test
  void aFileUnderAnotherNameIsNoKey() throws IOException {
    var id = keys.freshId();
    keys.make(List.of(id));
    var moved = keys.freshId();
    Files.copy(folder.resolve(id), folder.resolve(moved));

    assertThatThrownBy(() -> keys.find(moved)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aFolderThatIsNotOursDoesNotLookLikeDestroyedKeys() throws IOException {
    Files.delete(folder.resolve("picturelock-subject-keys"));

    assertThatThrownBy(() -> keys.begin(true))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("picturelock-subject-keys");
    assertThatThrownBy(() -> keys.find(keys.freshId())).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> keys.destroy(keys.freshId()))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> keys.make(List.of(keys.freshId())))
        .isInstanceOf(IllegalStateException.class);
    keys.begin(false);
    keys.begin(true);
  }

  private SubjectKeys keys(int secret) {
    var key = new byte[32];
    key[0] = (byte) secret;
    var random = new Random(secret);
    var disclosures = Disclosures.of(Base64.getEncoder().encodeToString(key), random);
    return new SubjectKeys(new KeysIn(folder), disclosures, random, transaction);
  }
}
