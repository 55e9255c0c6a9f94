package dev.picturelock.provenance.cut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.picturelock.kit.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewCutTest {

  @ParameterizedTest
  @CsvSource({
    "24,24",
    "23.976,24000/1001",
    "29.97,30000/1001",
    "24000/1001,24000/1001",
    "12.5,25/2"
  })
  void readsARateAsItIsWritten(String written, String exact) {
    var cut = NewCut.of(null, null, written);

    assertThat(cut.rate()).map(FrameRate::toString).contains(exact);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "fast", "0", "0/1", "1/0", "-24", "24fps", "1001", "1e3", "24000/"})
  void refusesWhatIsNoRate(String written) {
    assertThatThrownBy(() -> NewCut.of(null, null, written))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("rate:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "a\u0000b", "two\nlines", "half \ud83d"})
  void refusesANameThatCannotBeShown(String name) {
    assertThatThrownBy(() -> NewCut.of(name, null, null))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("name:");
  }

  @Test
  void makesIdsThatAPersonCanTellApart() {
    var sha256 = "3f9a01bc".repeat(8);

    assertThat(CutName.id("Reel 2 – Lock!", sha256)).isEqualTo("reel-2-lock-3f9a01bc");
    assertThat(CutName.id("Épisode É", sha256)).isEqualTo("episode-e-3f9a01bc");
    assertThat(CutName.id("東京", sha256)).isEqualTo("cut-3f9a01bc");
    assertThat(CutName.id("a-".repeat(100), sha256)).matches(CutName::isId);
    assertThat(CutName.otherId("a", FrameRate.of(24), sha256))
        .isNotEqualTo(CutName.otherId("a", FrameRate.of(25), sha256))
        .matches(CutName::isId);
  }
}
