package dev.picturelock.provenance.cut;

import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.provenance.cut.ContentDigest.C4;
import dev.picturelock.provenance.cut.ContentDigest.Sha256;
import dev.picturelock.provenance.cut.Match.By;
import dev.picturelock.provenance.cut.Timeline.Element;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ElementMatcherTest {

  private static final AssetVersion COMP_1 = new AssetVersion("comp", "v001");
  private static final AssetVersion COMP_2 = new AssetVersion("comp", "v002");
  private static final AssetVersion PLATE = new AssetVersion("plate", "v001");
  private static final AssetVersion NEVER = new AssetVersion("never", "v001");
  private static final Sha256 SHA_1 = new Sha256("1".repeat(64));
  private static final Sha256 SHA_2 = new Sha256("2".repeat(64));
  private static final C4 C4_2 = new C4("c4" + "2".repeat(88));
  private static final Sha256 SHA_SHARED = new Sha256("5".repeat(64));
  private static final Sha256 SHA_UNKNOWN = new Sha256("f".repeat(64));
  private static final MediaReference OFFLINE = new MediaReference.Missing("");

  private final FakeAssetVersions registered =
      new FakeAssetVersions()
          .register(COMP_1, "comp.mov", SHA_1)
          .register(COMP_2, "comp.mov", SHA_2, C4_2, SHA_SHARED)
          .register(PLATE, "plate_\u00e9.mov", SHA_SHARED);

  @Test
  void matchesTheIdInTheMetadata() {
    var element = Elements.of("clip", OFFLINE, Elements.named(COMP_2));

    assertThat(match(element)).isEqualTo(new Match.Certain(COMP_2, By.ID));
  }

  @Test
  void letsTheIdDecideOverTheFileName() {
    var element =
        Elements.of(
            "clip",
            new MediaReference.External("", "file:///plate_%C3%A9.mov"),
            Elements.named(COMP_2));

    assertThat(match(element)).isEqualTo(new Match.Certain(COMP_2, By.ID));
  }

  @Test
  void doubtsAnIdWhoseDigestIsOfAnotherVersion() {
    var element =
        Elements.of("clip", OFFLINE, new Identifiers(List.of(COMP_2), List.of(SHA_1), List.of()));

    assertThat(match(element))
        .isEqualTo(
            new Match.Uncertain(
                List.of(COMP_1, COMP_2),
                By.ID,
                "the digest in the metadata is of another asset version"));
  }

  @Test
  void doubtsTwoIds() {
    var element = Elements.of("clip", OFFLINE, Elements.named(COMP_1, COMP_2));

    assertThat(match(element).certain()).isFalse();
    assertThat(match(element).versions()).containsExactly(COMP_1, COMP_2);
  }

  @Test
  void doubtsAnIdBesideOneThatNobodyRegistered() {
    var element = Elements.of("clip", OFFLINE, Elements.named(COMP_1, NEVER));

    assertThat(match(element).certain()).isFalse();
    assertThat(match(element).onlyVersion()).contains(COMP_1);
  }

  @Test
  void matchesADeclaredDigest() {
    assertThat(match(Elements.of("clip", OFFLINE, Elements.declared(SHA_1))))
        .isEqualTo(new Match.Certain(COMP_1, By.SHA256));
    assertThat(match(Elements.of("clip", OFFLINE, Elements.declared(SHA_2, C4_2))))
        .isEqualTo(new Match.Certain(COMP_2, By.C4));
  }

  @Test
  void matchesADigestAnywhereInTheMetadata() {
    var element = Elements.of("clip", OFFLINE, Elements.found(SHA_UNKNOWN, C4_2));

    assertThat(match(element)).isEqualTo(new Match.Certain(COMP_2, By.C4));
  }

  @Test
  void prefersTheDeclaredDigestToOneFoundElsewhere() {
    var element =
        Elements.of("clip", OFFLINE, new Identifiers(List.of(), List.of(SHA_1), List.of(SHA_2)));

    assertThat(match(element)).isEqualTo(new Match.Certain(COMP_1, By.SHA256));
  }

  @Test
  void listsAllVersionsWithTheSameContent() {
    var element = Elements.of("clip", OFFLINE, Elements.declared(SHA_SHARED));

    assertThat(match(element))
        .isEqualTo(
            new Match.Uncertain(
                List.of(COMP_2, PLATE), By.SHA256, "several asset versions have this content"));
  }

  @Test
  void matchesTheFileNameInWhateverFormTheUrlHasIt() {
    assertThat(match(Elements.file("file:///x/plate_e%CC%81.mov")))
        .isEqualTo(new Match.Certain(PLATE, By.FILE_NAME));
  }

  @Test
  void listsAllVersionsUnderAnAmbiguousFileName() {
    var match = match(Elements.file("file:///x/comp.mov"));

    assertThat(match)
        .isEqualTo(
            new Match.Uncertain(
                List.of(COMP_1, COMP_2),
                By.FILE_NAME,
                "several asset versions have this file name"));
    assertThat(match.onlyVersion()).isEmpty();
  }

  @Test
  void comparesFileNamesExactly() {
    assertThat(match(Elements.file("file:///x/PLATE_\u00e9.mov"))).isEqualTo(new Match.None());
    assertThat(match(Elements.file("file:///x/plate_\u00e9.mxf"))).isEqualTo(new Match.None());
  }

  @Test
  void takesAClipNameThatIsARegisteredFileName() {
    var element = Elements.of("plate_\u00e9.mov", OFFLINE, Identifiers.NONE);

    assertThat(match(element)).isEqualTo(new Match.Certain(PLATE, By.FILE_NAME));
  }

  @Test
  void doubtsAClipNameWhenTheMediaHasAnotherName() {
    var element =
        Elements.of(
            "plate_\u00e9.mov",
            new MediaReference.External("", "file:///x/other.mov"),
            Identifiers.NONE);

    assertThat(match(element).certain()).isFalse();
    assertThat(match(element).onlyVersion()).contains(PLATE);
  }

  @Test
  void doubtsAFileNameWhenTheMetadataSaysItIsSomethingElse() {
    var media = new MediaReference.External("", "file:///x/plate_\u00e9.mov");

    assertThat(match(Elements.of("clip", media, Elements.declared(SHA_UNKNOWN))).certain())
        .isFalse();
    assertThat(match(Elements.of("clip", media, Elements.named(NEVER))).certain()).isFalse();
  }

  @Test
  void findsNothingForWhatNobodyRegistered() {
    assertThat(match(Elements.of("slug", OFFLINE, Elements.named(NEVER))))
        .isEqualTo(new Match.None());
    assertThat(match(Elements.of("", OFFLINE, Identifiers.NONE))).isEqualTo(new Match.None());
  }

  @Test
  void asksThreeTimesWhateverTheNumberOfElements() {
    var one =
        Elements.of(
            "clip",
            new MediaReference.External("", "file:///a.mov"),
            new Identifiers(List.of(COMP_1), List.of(SHA_1), List.of(C4_2)));

    new ElementMatcher(registered).match(Collections.nCopies(3_000, one));

    assertThat(registered.questions()).isEqualTo(3);
  }

  private Match match(Element element) {
    return new ElementMatcher(registered).match(List.of(element)).getFirst().match();
  }
}
