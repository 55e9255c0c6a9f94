package dev.picturelock.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoDataTest {

  @Test
  void registersAtLeastFortyVersionsEachOnce() throws IOException {
    var names = DemoFolder.registrations().stream().map(DemoDataTest::named).toList();

    assertThat(names).hasSizeGreaterThanOrEqualTo(40).doesNotHaveDuplicates();
  }

  @Test
  void theStepCountsTheVersionsRightly() throws IOException {
    var registered = DemoFolder.registrations().size();

    var titles = DemoFolder.steps().stream().map(Step::title).toList();

    assertThat(titles).contains("Registering " + registered + " asset versions");
  }

  @Test
  void everyInputWasRegisteredBefore() throws IOException {
    var before = new HashSet<String>();
    var digests = new HashSet<String>();
    for (var registration : DemoFolder.registrations()) {
      for (var input : registration.path("inputs")) {
        if (input.has("asset")) {
          assertThat(before).as(named(registration)).contains(named(input));
        }
        if (input.has("sha256")) {
          assertThat(digests).as(named(registration)).contains(input.get("sha256").asText());
        }
      }
      before.add(named(registration));
      digests.add(registration.at("/digests/sha256").asText());
    }
  }

  @Test
  void everyDigestIsThatOfTheFileName() throws IOException {
    for (var registration : DemoFolder.registrations()) {
      var name = registration.path("name").asText();

      assertThat(registration.at("/digests/sha256").asText()).as(name).isEqualTo(sha256(name));
    }
  }

  @Test
  void everyUseAndToolOfAnAssetIsReportedBefore() throws IOException {
    var urls = DemoFolder.steps().stream().map(Step::url).toList();
    var uses =
        DemoFolder.steps().stream()
            .filter(step -> step.url().endsWith("/uses"))
            .map(step -> ((Step.Body.Text) step.body()).text())
            .map(text -> DemoFolder.json(text).path("use").asText())
            .collect(Collectors.toSet());

    assertThat(uses).hasSizeGreaterThanOrEqualTo(8);
    for (var registration : DemoFolder.registrations()) {
      if (registration.has("use")) {
        assertThat(uses).contains(registration.path("use").asText());
        assertThat(urls)
            .contains("{{intake}}/v1/tools/" + registration.at("/generation/tool").asText());
      }
    }
  }

  @Test
  void theCutHasTwentyElementsThatAreFoundInThreeWays() throws IOException {
    var registrations = DemoFolder.registrations();
    var clips = clips();

    var byId = clips.stream().filter(clip -> clip.at("/metadata/picturelock/asset").isTextual());
    var digests = values(registrations, "/digests/sha256");
    var byDigest =
        clips.stream()
            .filter(clip -> digests.contains(clip.at("/metadata/picturelock/sha256").asText()));
    var names = values(registrations, "/name");
    var byName = clips.stream().filter(clip -> names.contains(fileName(clip)));

    assertThat(clips).hasSizeGreaterThanOrEqualTo(20);
    assertThat(byId).isNotEmpty();
    assertThat(byDigest).isNotEmpty();
    assertThat(byName).isNotEmpty();
  }

  @Test
  void everyAssetThatTheCutNamesIsRegistered() throws IOException {
    var registered =
        DemoFolder.registrations().stream().map(DemoDataTest::named).collect(Collectors.toSet());

    var named =
        clips().stream()
            .map(clip -> clip.at("/metadata/picturelock"))
            .filter(own -> own.has("asset"))
            .map(DemoDataTest::named);

    assertThat(named).isNotEmpty().allMatch(registered::contains);
  }

  private static List<JsonNode> clips() throws IOException {
    var cut = Files.readString(DemoFolder.DEMO.resolve("TDW_101_reel1_cut6.otio"));
    return DemoFolder.within(DemoFolder.json(cut))
        .filter(node -> node.path("OTIO_SCHEMA").asText().equals("Clip.2"))
        .toList();
  }

  private static String fileName(JsonNode clip) {
    var url = clip.at("/media_references/DEFAULT_MEDIA/target_url").asText();
    return url.substring(url.lastIndexOf('/') + 1);
  }

  private static List<String> values(List<JsonNode> nodes, String pointer) {
    return nodes.stream().map(node -> node.at(pointer).asText()).toList();
  }

  private static String named(JsonNode node) {
    return node.path("asset").asText() + " " + node.path("version").asText();
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
