package dev.picturelock.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/// The field's case table, where it lies beside the checkout.
class PolicyCasesTest {
  private static final Path CASES =
      Path.of(System.getProperty("picturelock.root", ".."), "../shared/data/policy-cases.csv");

  @Test
  void everyCaseOfTheTableIsDecidedExactlyAsWritten() throws IOException {
    assumeTrue(Files.exists(CASES), "no case table at " + CASES + ", cases not run");
    var rows = rows(Files.readString(CASES));
    assertThat(rows.getFirst())
        .containsExactly(
            "id",
            "description",
            "facts",
            "expected_tier",
            "expected_required_actions",
            "expected_rule_ids",
            "rationale_source");
    assertThat(rows).hasSizeGreaterThan(90);

    var soft = new SoftAssertions();
    for (var row : rows.subList(1, rows.size())) {
      Map<String, Object> facts =
          InstalledPack.JSON.readValue(row.get(2), new TypeReference<Map<String, Object>>() {});
      var got = InstalledPack.classify(facts);
      soft.assertThat(got.tier().name()).as(row.getFirst()).isEqualTo(row.get(3));
      soft.assertThat(got.requiredActions()).as(row.getFirst()).isEqualTo(list(row.get(4)));
      soft.assertThat(InstalledPack.ruleIds(got)).as(row.getFirst()).isEqualTo(list(row.get(5)));
    }
    soft.assertAll();
  }

  private static List<String> list(String cell) {
    return cell.isEmpty() ? List.of() : Arrays.asList(cell.split(";", -1));
  }

  static List<List<String>> rows(String csv) {
    var rows = new ArrayList<List<String>>();
    var row = new ArrayList<String>();
    var cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
        cell.append(csv.charAt(++i));
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == '\n')) {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          rows.add(List.copyOf(row));
          row.clear();
        }
      } else if (quoted || c != '\r') {
        cell.append(c);
      }
    }
    return rows;
  }
}
