package dev.picturelock.provenance.cut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineFormatTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"OTIO_SCHEMA\": \"Timeline.1\"}|OTIO",
        "TITLE: reel one|EDL",
        "001  A001C003 V     C        01:00:00:00 01:00:01:00 01:00:00:00 01:00:01:00|EDL",
        "<?xml version=\"1.0\"?><!DOCTYPE fcpxml><fcpxml version=\"1.8\">|FCPXML",
        "<xmeml version=\"5\">|XMEML",
        "<cpl:CompositionPlaylist xmlns:cpl=\"x\">|IMF_CPL",
        "<html>|UNKNOWN",
        "Heading\tFIELD_DELIM|ALE",
        "PK\u0003\u0004 and so on|ZIP",
        "Dear editor, here is the cut.|UNKNOWN",
        "''|UNKNOWN"
      })
  void knowsAFormatByItsContent(String content, TimelineFormat format) {
    assertThat(TimelineFormat.of(content.getBytes(StandardCharsets.UTF_8))).isEqualTo(format);
  }

  @Test
  void looksBehindAByteOrderMark() {
    var content = "\uFEFF\r\n {}".getBytes(StandardCharsets.UTF_8);

    assertThat(TimelineFormat.of(content)).isEqualTo(TimelineFormat.OTIO);
  }

  @Test
  void refusesAafAndSaysWhatToExport() {
    byte[] structuredStorage = {
      (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0
    };

    var format = TimelineFormat.of(structuredStorage);

    assertThatThrownBy(format::requireReadable)
        .isInstanceOf(UnreadableFormatException.class)
        .hasMessage("This file looks like AAF. Export OpenTimelineIO (.otio).");
  }

  @ParameterizedTest
  @CsvSource({"otio, OTIO", "edl, EDL", "fcpxml, FCPXML", "xmeml, XMEML", "aaf, AAF", "ale, ALE"})
  void knowsRealFiles(String folder, TimelineFormat format) throws IOException {
    var files =
        Path.of(System.getProperty("picturelock.root", ".."), "../shared/data/timelines", folder);
    assumeTrue(Files.isDirectory(files), () -> "no sample timelines at " + files);

    try (var listing = Files.list(files)) {
      assertThat(listing.toList())
          .isNotEmpty()
          .allSatisfy(
              file -> assertThat(TimelineFormat.of(Files.readAllBytes(file))).isEqualTo(format));
    }
  }
}
