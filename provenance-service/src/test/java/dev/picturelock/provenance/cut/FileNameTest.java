package dev.picturelock.provenance.cut;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

  @ParameterizedTest
  @CsvSource({
    "file://localhost/D%3a/media/track_08.wav, track_08.wav",
    "file:///show/Full%20Size%20%2B1.mov, Full Size +1.mov",
    "file:///show/one+one.mov, one+one.mov",
    "file:///show/100%.mov, 100%.mov",
    "file:///show/bad%zz.mov, bad%zz.mov",
    "file:///show/shot#1.mov, shot#1.mov",
    "https://media.example/show/a.mov?token=b/c#t, a.mov",
    "S:\\path\\to\\take_1.exr, take_1.exr",
    "/mnt/show/100%25.mov, 100%25.mov",
    "plain.mov, plain.mov",
    "file:///show/D%3a%5cmedia%5cx.mov, x.mov"
  })
  void takesTheLastSegmentOfWhatEditingSystemsWrite(String location, String name) {
    assertThat(FileName.of(location)).contains(name);
  }

  @Test
  void writesAccentsInOneWay() {
    assertThat(FileName.of("file:///cafe%CC%81.mov")).contains("caf\u00e9.mov");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "file:///show/", "file:///show/%20"})
  void findsNoNameWhereThereIsNone(String location) {
    assertThat(FileName.of(location)).isEmpty();
  }
}
