package dev.picturelock.cli.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PacksCommandTest {
  @TempDir Path folder = Path.of("");

  @Test
  void listsWhatComesAlongAndWhatLiesInTheFolder() throws IOException {
    new Packs(folder).copy("1.10.0");
    new Packs(folder).copy("1.9.0");

    var run = Run.of("packs", "--packs", folder.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines())
        .satisfiesExactly(
            line ->
                assertThat(line).matches("netflix-genai-2025-08@1\\.0\\.0  sha256 [0-9a-f]{64}"),
            line -> assertThat(line).startsWith("netflix-genai-2025-08@1.9.0 "),
            line -> assertThat(line).matches("netflix-genai-2025-08@1\\.10\\.0 .*  standard"));
  }

  @Test
  void saysWhichFolderCannotBeRead() {
    var run = Run.of("packs", "--packs", folder.resolve("missing").toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("missing", "there is no such folder");
  }

  @Test
  void findsASoundPackSound() throws IOException {
    var pack = new Packs(folder).reworded("1.1.0");

    var run = Run.of("packs", "check", pack.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("OK: netflix-genai-2025-08@1.1.0 has 36 rules, its self-test passes, sha256 ");
  }

  @Test
  void namesRuleAndCellOfAPackThatCannotBeInstalled() throws IOException {
    var pack = new Packs(folder).copy("1.1.0");
    Packs.replace(
        pack.resolve("policy.dmn"), "K2_tier\"><text>\"CAUTION\"", "K2_tier\"><text>\"CAUTION");

    var run = Run.of("packs", "check", pack.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("rule K2").contains("K2_tier").hasLineCount(1);
  }

  @Test
  void checksOnePackWhateverLiesBesideIt() throws IOException {
    var pack = new Packs(folder).copy("1.1.0");
    Files.createDirectories(folder.resolve("netflix-genai-2025-08/draft"));

    assertThat(Run.of("packs", "check", pack.toString()).exitCode()).isZero();
  }

  @Test
  void saysWhereAPackWouldLie() throws IOException {
    var draft = Files.createDirectories(folder.resolve("house-rules/draft"));

    assertThat(Run.of("packs", "check", draft.toString()).exitCode()).isEqualTo(2);
    assertThat(Run.of("packs", "check", draft.toString()).err())
        .contains("<id>/<version>", "house-rules/draft");
    assertThat(Run.of("packs", "check", folder.resolve("missing").toString()).err())
        .contains("there is no folder");
  }
}
