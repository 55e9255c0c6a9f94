package dev.picturelock.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {

  @TempDir Path temporary;

  @Test
  void aFolderOfPolicyPacksIsNamedFromWhereTheCallerStands() {
    var here = Path.of("").toAbsolutePath();

    assertThat(packs("src")).contains(here.resolve("src"));
    assertThat(packs("./src/../src")).contains(here.resolve("src"));
    assertThat(packs(temporary.toString())).contains(temporary);
  }

  @Test
  void noFolderOfPolicyPacksIsNeeded() {
    assertThat(packs("")).isEmpty();
    assertThat(installation(Map.of()).policyPacks()).isEmpty();
  }

  @Test
  void everyServiceIsToldTheFolderOfPolicyPacks() throws IOException {
    var installation =
        installation(Map.of(Installation.POLICY_PACKS_DIR, temporary + "/sub/../packs"));

    for (var service : Service.values()) {
      assertThat(new ServicePart(installation, service).command().environment())
          .containsEntry("PICTURELOCK_POLICY_PACKS_DIR", temporary.resolve("packs").toString());
    }
  }

  @Test
  void aFolderOfPolicyPacksThatIsNotThereIsToldBeforeAnythingStarts() throws IOException {
    var missing = temporary.resolve("missing");
    Files.createFile(
        Files.createDirectories(temporary.resolve("classifier-service/target/quarkus-app"))
            .resolve("quarkus-run.jar"));
    var part =
        new ServicePart(
            installation(Map.of(Installation.POLICY_PACKS_DIR, missing.toString())),
            Service.CLASSIFIER);

    assertThatThrownBy(part::prepare)
        .hasMessageContaining("PICTURELOCK_POLICY_PACKS_DIR")
        .hasMessageContaining(missing.toString());
  }

  private Optional<Path> packs(String named) {
    return installation(Map.of(Installation.POLICY_PACKS_DIR, named)).policyPacks();
  }

  private Installation installation(Map<String, String> environment) {
    return Installation.of(temporary, new DataFolder(temporary), environment);
  }
}
