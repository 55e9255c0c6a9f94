package dev.picturelock.approval.gate;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.kit.access.TitleRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ActionRolesOfThePageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("picturelock.root", ".."), "docs/policy.md");

  @Test
  void thePageAboutTheRulesNamesForEveryActionTheRolesThatMayCloseIt() throws IOException {
    var roles =
        Arrays.stream(ActionKind.values())
            .collect(
                toMap(
                    ActionKind::name,
                    kind ->
                        kind.roles().stream()
                            .sorted()
                            .map(TitleRole::wireName)
                            .collect(joining(" or "))));

    var page =
        Pattern.compile("^\\| `([A-Z_]+)` \\| [^|]* \\| ([^|]+) \\|", Pattern.MULTILINE)
            .matcher(Files.readString(PAGE))
            .results()
            .collect(toMap(row -> row.group(1), row -> row.group(2)));

    assertThat(page).as("table of actions in docs/policy.md").isEqualTo(roles);
  }
}
