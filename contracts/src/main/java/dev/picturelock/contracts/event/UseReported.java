package dev.picturelock.contracts.event;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An intended use of generative AI was reported; `facts` as they hold after the tool's terms.
@EventType(value = "picturelock.use.reported.v1", topic = Topic.INTAKE)
public record UseReported(
    String use,
    int version,
    @Nullable String description,
    @Nullable String tool,
    Map<String, Object> facts,
    @Nullable TermsSnapshot terms,
    List<FactConflict> conflicts,
    String policyPack)
    implements Fact, Judged {
  public UseReported {
    facts = facts == null ? Map.of() : facts;
    conflicts = conflicts == null ? List.of() : List.copyOf(conflicts);
  }
}
