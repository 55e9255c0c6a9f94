package dev.picturelock.contracts.event;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A reported use was changed: a new version with its whole content.
@EventType(value = "picturelock.use.amended.v1", topic = Topic.INTAKE)
public record UseAmended(
    String use,
    int version,
    @Nullable String description,
    @Nullable String tool,
    Map<String, Object> facts,
    @Nullable TermsSnapshot terms,
    List<FactConflict> conflicts,
    String policyPack)
    implements Fact, Judged {
  public UseAmended {
    facts = facts == null ? Map.of() : facts;
    conflicts = conflicts == null ? List.of() : List.copyOf(conflicts);
  }
}
