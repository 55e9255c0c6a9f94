package dev.picturelock.intake.use;

import dev.picturelock.intake.submission.Checks;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An intended use of generative AI as somebody reports it.
///
/// - **facts** the answers of the questionnaire; unknown names and values are errors
public record UseReport(
    String use, @Nullable String description, @Nullable String tool, Map<String, Object> facts) {
  static final int DESCRIPTION = 8_192;

  public UseReport {
    facts = facts == null ? Map.of() : facts;
  }

  void check() {
    var checks = new Checks();
    checks.pattern(
        "/use", use, Checks.NAME, "letters, digits, '.', '_' and '-', at most 200 characters");
    checks.text("/description", description, DESCRIPTION);
    checks.pattern("/tool", tool, Checks.TOOL_ID, "the id of a registered tool");
    checks.facts(facts, "/facts");
    checks.orThrow();
  }
}
