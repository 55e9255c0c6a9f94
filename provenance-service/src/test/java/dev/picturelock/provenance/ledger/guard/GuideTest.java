package dev.picturelock.provenance.ledger.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whoever searches the operator's guide for the words of an alarm finds what to do.
class GuideTest {
  private static final Path GUIDE =
      Path.of(System.getProperty("picturelock.root"), "docs/operations.md");

  @ParameterizedTest
  @EnumSource
  void hasAHeadingInTheWordsOfEachAlarm(Alarm.Kind kind) throws IOException {
    var sentence = kind.sentence();

    assertThat(Files.readAllLines(GUIDE))
        .contains("### " + Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1));
  }
}
