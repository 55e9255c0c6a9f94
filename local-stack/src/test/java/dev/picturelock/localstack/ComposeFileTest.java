package dev.picturelock.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// `docker-compose.yml` sets what the services read, and nothing that they do not.
class ComposeFileTest {

  private static final Path ROOT = Path.of(System.getProperty("picturelock.root"));
  private static final String PREFIX = "PICTURELOCK_";

  /// How a service reads a setting, with its default if it has one.
  private static final Pattern READ =
      Pattern.compile("\\$\\{(PICTURELOCK_[A-Z0-9_]+)(?::([^}]*))?}");

  /// How the compose file hands on a setting of whoever starts it.
  private static final Pattern HANDED_ON = Pattern.compile("\\$\\{([A-Z0-9_]+):-([^}]*)}");

  @ParameterizedTest
  @ValueSource(strings = {"intake", "classifier", "approval", "provenance"})
  void everyServiceHasTheSettingsThatHaveNoDefault(String service) {
    var required =
        settings(service).entrySet().stream()
            .filter(setting -> setting.getValue().isEmpty())
            .map(Map.Entry::getKey)
            .toList();

    assertThat(required).contains("PICTURELOCK_SECRET");
    assertThat(environment(service).keySet()).containsAll(required);
  }

  @ParameterizedTest
  @ValueSource(strings = {"intake", "classifier", "approval", "provenance"})
  void noServiceIsGivenASettingThatNobodyReads(String service) {
    var set = new TreeSet<>(environment(service).keySet());
    set.removeIf(name -> !name.startsWith(PREFIX));

    assertThat(settings(service).keySet()).containsAll(set);
  }

  @Test
  void theLedgerHasEverySettingThatOperatorsReadAbout() {
    var named = names("`(PICTURELOCK_[A-Z0-9_]+)", "docs/operations.md");
    named.retainAll(settings("provenance").keySet());
    // inside its container every service has its usual port
    named.remove("PICTURELOCK_PROVENANCE_PORT");

    assertThat(named).contains("PICTURELOCK_WITNESS_POLICY", "PICTURELOCK_PKCS11_PIN");
    assertThat(environment("provenance").keySet()).containsAll(named);
  }

  @Test
  void whatIsHandedOnHasItsOwnNameAndTheDefaultOfTheService() {
    var defaults = settings("provenance");
    var handedOn = 0;
    for (var setting : environment("provenance").entrySet()) {
      var value = HANDED_ON.matcher(setting.getValue());
      if (value.matches()) {
        handedOn++;
        assertThat(value.group(1)).isEqualTo(setting.getKey());
        assertThat(defaults.get(setting.getKey())).as(setting.getKey()).contains(value.group(2));
      }
    }

    assertThat(handedOn).isGreaterThan(5);
  }

  @Test
  void everyFolderOfTheLedgerIsAVolumeOfItsOwn() {
    var environment = environment("provenance");
    var volumes = volumes("provenance");

    for (var name : List.of("KEYS", "ANCHORS", "SUBJECT_KEYS")) {
      var folder = String.valueOf(environment.get(PREFIX + name + "_DIR"));
      assertThat(volumes).filteredOn(volume -> volume.endsWith(":" + folder)).hasSize(1);
    }
    assertThat(volumes).doesNotHaveDuplicates();
  }

  @Test
  void theExampleNamesWhatTheFileTakes() {
    assertThat(names("(?m)^#?([A-Z0-9_]+)=", "deploy/compose.env.example"))
        .isEqualTo(names("\\$\\{([A-Z0-9_]+)", "docker-compose.yml"));
  }

  private static Set<String> names(String pattern, String file) {
    var names = new TreeSet<String>();
    Pattern.compile(pattern)
        .matcher(read(file))
        .results()
        .forEach(found -> names.add(found.group(1)));
    return names;
  }

  /// What a service reads, each with its default; nothing for one that has none.
  private static Map<String, Optional<String>> settings(String service) {
    var read = new TreeMap<String, Optional<String>>();
    for (var file :
        List.of(
            "kit/src/main/resources/META-INF/microprofile-config.properties",
            service + "-service/src/main/resources/application.properties")) {
      READ.matcher(read(file))
          .results()
          .forEach(found -> read.put(found.group(1), Optional.ofNullable(found.group(2))));
    }
    return read;
  }

  private static Map<String, String> environment(String service) {
    var environment = new TreeMap<String, String>();
    ((Map<?, ?>) part(service, "environment"))
        .forEach((name, value) -> environment.put(String.valueOf(name), String.valueOf(value)));
    return environment;
  }

  private static List<String> volumes(String service) {
    return ((List<?>) part(service, "volumes")).stream().map(String::valueOf).toList();
  }

  private static Object part(String service, String name) {
    Map<?, ?> file =
        new Yaml(new SafeConstructor(new LoaderOptions())).load(read("docker-compose.yml"));
    var services = (Map<?, ?>) required(file, "services");
    return required((Map<?, ?>) required(services, service), name);
  }

  private static Object required(Map<?, ?> map, String name) {
    return Optional.<Object>ofNullable(map.get(name)).orElseThrow();
  }

  private static String read(String file) {
    try {
      return Files.readString(ROOT.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
