package dev.picturelock.provenance.ledger.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnchorJournalTest {
  private final Path folder;

  AnchorJournalTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void whatWasAppendedIsThereAfterARestart() throws IOException {
    var first = Releases.of("log/a", 1);
    var second = Releases.of("log/b", 7);
    try (var journal = AnchorJournal.open(folder)) {
      append(journal, first);
      append(journal, second);
    }

    assertThat(restarted()).containsExactly(first, second);
  }

  @Test
  void onlyTheServiceMayReadWhichTitlesThereAre() throws IOException {
    var made = folder.resolve("anchors");

    try (var journal = AnchorJournal.open(made)) {
      append(journal, Releases.of("log/a", 1));
    }
    new AlarmFile(new Settings(made)).keepLost(List.of("log/a"));

    assertThat(rights(made)).isEqualTo("rwx------");
    assertThat(rights(made.resolve("journal-1.anchors"))).isEqualTo("rw-------");
    assertThat(rights(made.resolve("lost-logs"))).isEqualTo("rw-------");
  }

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private record Settings(Path anchorsDir) implements GuardConfig {
    @Override
    public Duration scrubPeriod() {
      return Duration.ofMinutes(10);
    }
  }

  @Test
  void aNewFolderIsToldFromOneWhoseJournalHoldsNothing() throws IOException {
    try (var journal = AnchorJournal.open(folder)) {
      assertThat(journal.folderWasEmpty()).isTrue();
      append(journal);
    }

    try (var journal = AnchorJournal.open(folder)) {
      assertThat(journal.folderWasEmpty()).isFalse();
    }
  }

  @Test
  void aTornTailIsCutWhereverItIsTorn() throws IOException {
    var whole = Releases.of("log/a", 1);
    var torn = Releases.of("log/a", 2);
    long end;
    try (var journal = AnchorJournal.open(folder)) {
      append(journal, whole);
      end = Files.size(file(1));
      append(journal, torn);
    }
    var bytes = Files.readAllBytes(file(1));

    for (int length = (int) end; length < bytes.length; length++) {
      Files.write(file(1), java.util.Arrays.copyOf(bytes, length));
      assertThat(restarted()).describedAs("cut at %d", length).containsExactly(whole);
    }
  }

  @Test
  void aTailOfZerosAsAPowerCutLeavesItIsCut() throws IOException {
    var whole = Releases.of("log/a", 1);
    try (var journal = AnchorJournal.open(folder)) {
      append(journal, whole);
    }
    Files.write(file(1), new byte[700], StandardOpenOption.APPEND);

    assertThat(restarted()).containsExactly(whole);
  }

  @Test
  void whatIsWrittenAfterATornTailIsRead() throws IOException {
    var before = Releases.of("log/a", 1);
    var after = Releases.of("log/a", 2);
    try (var journal = AnchorJournal.open(folder)) {
      append(journal, before);
    }
    Files.writeString(file(1), "picturelock-anchors 300 00", StandardOpenOption.APPEND);
    try (var journal = AnchorJournal.open(folder)) {
      var known = new ArrayList<>(journal.catchUp());
      known.add(after);
      journal.append(List.of(after), known);
    }

    assertThat(restarted()).containsExactly(before, after);
  }

  @Test
  void everyChangedByteBeforeTheLastFrameIsDamageAndNotCut() throws IOException {
    try (var journal = AnchorJournal.open(folder)) {
      append(journal, Releases.of("log/a", 1));
      append(journal, Releases.of("log/a", 2));
      append(journal, Releases.of("log/a", 3));
    }
    var bytes = Files.readAllBytes(file(1));

    for (int i = 0; i < bytes.length * 2 / 3 - 10; i++) {
      var changed = bytes.clone();
      changed[i] ^= 1;
      Files.write(file(1), changed);
      assertThatThrownBy(this::restarted)
          .describedAs("byte %d", i)
          .isInstanceOf(JournalDamagedException.class)
          .hasMessageContaining("journal-1.anchors");
    }
  }

  @Test
  void aSecondInstanceWritesItsOwnFileAndReadsTheOther() throws IOException {
    try (var one = AnchorJournal.open(folder);
        var two = AnchorJournal.open(folder)) {
      append(one, Releases.of("log/a", 1));
      assertThat(two.catchUp()).containsExactly(Releases.of("log/a", 1));

      append(one, Releases.of("log/a", 2));
      append(two, Releases.of("log/b", 5));

      assertThat(two.catchUp()).containsExactly(Releases.of("log/a", 2));
      assertThat(two.catchUp()).isEmpty();
      assertThat(one.catchUp()).containsExactly(Releases.of("log/b", 5));
      assertThat(file(2)).exists();
    }
  }

  @Test
  void aHalfWrittenFrameOfAnotherInstanceIsReadOnceItIsWhole() throws IOException {
    try (var one = AnchorJournal.open(folder);
        var two = AnchorJournal.open(folder)) {
      append(one, Releases.of("log/a", 1));
      assertThat(two.catchUp()).hasSize(1);
      var frame = JournalFrame.encode(List.of(Releases.of("log/a", 2)));

      try (var file = new RandomAccessFile(file(1).toFile(), "rw")) {
        file.seek(file.length());
        file.write(frame, 0, 100);
        assertThat(two.catchUp()).isEmpty();
        file.write(frame, 100, frame.length - 100);
        assertThat(two.catchUp()).containsExactly(Releases.of("log/a", 2));
      }
    }
  }

  @Test
  void aFileThatWasWrittenAnewUnderTheSameInodeIsReadFromItsBeginning() throws IOException {
    var news = Releases.of("log/a", 2);
    try (var one = AnchorJournal.open(folder);
        var two = AnchorJournal.open(folder)) {
      append(one, Releases.of("log/a", 1));
      assertThat(two.catchUp()).hasSize(1);

      Files.write(file(1), frames(news, Releases.of("log/longer-name", 70_000)));

      assertThat(two.catchUp()).containsExactly(news, Releases.of("log/longer-name", 70_000));
      assertThat(two.catchUp()).isEmpty();
    }
  }

  @Test
  void damageBehindTheReadPartIsToldOnlyWhereTheWholeFileHasIt() throws IOException {
    var first = Releases.of("log/a", 1);
    var others =
        new Anchor[] {first, Releases.of("log/longer-name", 70_000), Releases.of("log/a", 3)};
    try (var one = AnchorJournal.open(folder);
        var two = AnchorJournal.open(folder)) {
      append(one, first);
      append(one, Releases.of("log/a", 2));
      assertThat(two.catchUp()).hasSize(2);

      Files.write(file(1), frames(others));

      assertThat(two.catchUp()).containsExactly(others);
    }
  }

  @Test
  void aJournalThatHasGrownLargeIsRewrittenWithTheNewestOnly() throws IOException {
    var newest = Releases.of("log/a", 7);
    var large = Collections.nCopies(4_000, newest);
    var other = Releases.of("log/b", 9);
    try (var journal = AnchorJournal.open(folder);
        var reader = AnchorJournal.open(folder)) {
      for (int round = 0; Files.notExists(file(1)) || Files.size(file(1)) < 4 << 20; round++) {
        assertThat(round).isLessThan(20);
        journal.append(large, List.of(newest));
      }

      journal.append(List.of(other), List.of(newest, other));

      assertThat(Files.size(file(1))).isLessThan(1_000);
      assertThat(reader.catchUp()).containsExactly(newest, other);
    }
    assertThat(restarted()).containsExactly(newest, other);
  }

  private static byte[] frames(Anchor... anchors) {
    var bytes = new ByteArrayOutputStream();
    for (var anchor : anchors) {
      bytes.writeBytes(JournalFrame.encode(List.of(anchor)));
    }
    return bytes.toByteArray();
  }

  private List<Anchor> restarted() throws IOException {
    try (var journal = AnchorJournal.open(folder)) {
      return journal.catchUp();
    }
  }

  private Path file(int instance) {
    return folder.resolve("journal-" + instance + ".anchors");
  }

  private static void append(AnchorJournal journal, Anchor... anchors) throws IOException {
    Collection<Anchor> all = List.of(anchors);
    journal.append(all, all);
  }
}
