package dev.picturelock.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoStepsTest {

  private static final Set<String> SERVICES =
      Set.of("intake", "classifier", "approval", "provenance");

  @Test
  void everyStepIsSentByAnAccountThatTheRealmHas() throws IOException {
    var realm =
        DemoFolder.json(Files.readString(DemoFolder.ROOT.resolve("deploy/keycloak/realm.json")));

    var accounts = DemoFolder.steps().stream().map(Step::account).collect(Collectors.toSet());

    var users = realm.path("users").findValuesAsText("username");
    var clients = realm.path("clients").findValuesAsText("clientId");
    assertThat(accounts)
        .isNotEmpty()
        .allSatisfy(account ->
            assertThat(clients.contains(account) || users.contains(account)).as(account).isTrue())
        .allMatch(account -> Account.find(account).isPresent());
  }

  @Test
  void everyVariableIsKnownBeforeItIsUsed() throws IOException {
    var known = new HashSet<String>();
    for (var step : DemoFolder.steps()) {
      var used = new HashSet<>(Variables.names(step.url()));
      if (step.body() instanceof Step.Body.Text(var text)) {
        used.addAll(Variables.names(text));
      }
      if (step.body() instanceof Step.Body.File(var name, var filled) && filled) {
        used.addAll(Variables.names(Files.readString(DemoFolder.DEMO.resolve(name))));
      }
      used.removeAll(SERVICES);

      assertThat(known).as(step.where() + " " + step.title()).containsAll(used);
      step.keeps().forEach(keep -> known.add(keep.name()));
    }
  }

  @Test
  void everyBodyIsJson() throws IOException {
    for (var step : DemoFolder.steps()) {
      if (step.body() instanceof Step.Body.Text(var text)) {
        assertThatCode(() -> DemoFolder.json(text)).as(step.where()).doesNotThrowAnyException();
      }
    }
  }

  @Test
  void everyStepSaysWhatItDoes() throws IOException {
    var titles = DemoFolder.steps().stream().map(Step::title).toList();

    assertThat(titles).hasSizeGreaterThan(50).doesNotHaveDuplicates().doesNotContain("");
  }
}
