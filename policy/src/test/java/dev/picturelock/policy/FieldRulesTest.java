package dev.picturelock.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The field's rule table, where it lies beside the checkout, and the pack's, row by row.
class FieldRulesTest {
  private static final Path RULES =
      Path.of(System.getProperty("picturelock.root", ".."), "../shared/data/policy-rules.csv");

  @Test
  void everyRowHasTheIdCategoryTierAndActionsOfTheFieldsTableInItsOrder() throws IOException {
    assumeTrue(Files.exists(RULES), "no rule table at " + RULES + ", rows not compared");

    var rows = PolicyCasesTest.rows(Files.readString(RULES));

    var field =
        rows.subList(1, rows.size()).stream()
            .map(row ->
                List.of(
                    row.get(0),
                    row.get(1).replace(" and ", "; "),
                    words(row.get(3)),
                    actions(row.get(4))))
            .toList();
    var pack =
        InstalledPack.PACK.rules().stream()
            .map(rule ->
                List.of(rule.id(), rule.category(), words(rule.tier()), words(rule.actions())))
            .toList();
    assertThat(pack)
        .usingRecursiveComparison()
        .withEqualsForType(String::equalsIgnoreCase, String.class)
        .isEqualTo(field);
  }

  private static List<String> words(String cell) {
    return Pattern.compile("[A-Z_]{2,}").matcher(cell).results().map(word -> word.group()).toList();
  }

  private static List<String> actions(String cell) {
    return cell.isEmpty() ? List.of() : Arrays.asList(cell.split(";", -1));
  }
}
