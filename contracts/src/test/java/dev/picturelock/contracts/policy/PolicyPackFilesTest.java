package dev.picturelock.contracts.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyPackFilesTest {
  private static final PolicyPackName SHIPPED = name("netflix-genai-2025-08@1.0.0");

  @TempDir Path folder = Path.of(".");

  @Test
  void listsWhatComesAlongAndWhatLiesInTheFolder() throws IOException {
    install("house-rules", "1.10.0");
    install("house-rules", "1.9.0");
    Files.createDirectories(folder.resolve("house-rules/draft"));
    Files.writeString(folder.resolve("pack.json"), "not in a pack's place");

    var files = PolicyPackFiles.with(folder);

    assertThat(files.names())
        .containsExactly(SHIPPED, name("house-rules@1.9.0"), name("house-rules@1.10.0"));
    assertThat(PolicyPackName.newest(files.names(), "house-rules"))
        .contains(name("house-rules@1.10.0"));
    assertThat(PolicyPackName.oldest(files.names(), "house-rules"))
        .contains(name("house-rules@1.9.0"));
    assertThat(PolicyPackName.newest(files.names(), "house-rules@1.9.0"))
        .contains(name("house-rules@1.9.0"));
    assertThat(PolicyPackName.oldest(files.names(), "house-rules@1.10.0"))
        .contains(name("house-rules@1.10.0"));
    assertThat(PolicyPackName.newest(files.names(), "house-rules@2.0.0")).isEmpty();
  }

  @Test
  void onlyAnIdOrAnIdWithAVersionCouldEverBeInstalled() {
    assertThat(PolicyPackName.couldMean("house-rules")).isTrue();
    assertThat(PolicyPackName.couldMean("house-rules@1.0.0")).isTrue();
    assertThat(PolicyPackName.couldMean("")).isFalse();
    assertThat(PolicyPackName.couldMean("house-rules@1")).isFalse();
    assertThat(PolicyPackName.couldMean("House rules")).isFalse();
  }

  @Test
  void followsLinksBecauseMountedFoldersAreMadeOfThem() throws IOException {
    install("elsewhere/house-rules", "1.0.0");
    var mounted = Files.createDirectory(folder.resolve("mounted"));
    Files.createSymbolicLink(
        mounted.resolve("house-rules"), folder.resolve("elsewhere/house-rules"));

    assertThat(PolicyPackFiles.only(mounted).names()).containsExactly(name("house-rules@1.0.0"));
  }

  @Test
  void readsAFileOfAPackAndNamesTheOneThatIsNotThere() throws IOException {
    install("house-rules", "1.0.0");
    var files = PolicyPackFiles.with(folder);

    assertThat(files.read(SHIPPED, "policy.dmn")).isNotEmpty();
    assertThat(files.read(name("house-rules@1.0.0"), "pack.json")).asString().isEqualTo("{}");
    assertThatThrownBy(() -> files.read(name("house-rules@1.0.0"), "policy.dmn"))
        .isInstanceOf(FileNotFoundException.class)
        .hasMessageContaining(folder.resolve("house-rules/1.0.0/policy.dmn").toString());
    assertThatThrownBy(() -> files.read(SHIPPED, "no-such-file"))
        .isInstanceOf(FileNotFoundException.class);
  }

  @Test
  void namesAFolderThatIsNotThere() {
    var files = PolicyPackFiles.with(folder.resolve("away"));

    assertThatThrownBy(files::names)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("away");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "a",
        "a@",
        "a@1",
        "a@1.0",
        "a@01.0.0",
        "a@1.0.0.0",
        "../a@1.0.0",
        "A@1.0.0",
        "a@1.0.0@1.0.0",
        "a@-1.0.0"
      })
  void aNameIsAnIdAndThreeNumbers(String text) {
    assertThat(PolicyPackName.parse(text)).isEmpty();
  }

  private void install(String id, String version) throws IOException {
    var pack = Files.createDirectories(folder.resolve(id).resolve(version));
    Files.writeString(pack.resolve("pack.json"), "{}");
  }

  private static PolicyPackName name(String text) {
    return PolicyPackName.parse(text).orElseThrow();
  }
}
