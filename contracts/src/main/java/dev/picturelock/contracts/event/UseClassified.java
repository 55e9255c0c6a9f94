package dev.picturelock.contracts.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A version of a reported use was classified.
@EventType(value = "picturelock.use.classified.v1", topic = Topic.CLASSIFICATION)
public record UseClassified(
    UseRef use,
    @Nullable String description,
    @Nullable String tool,
    String requestedBy,
    List<FactConflict> conflicts,
    Classification classification)
    implements Fact {
  public UseClassified {
    conflicts = conflicts == null ? List.of() : List.copyOf(conflicts);
  }
}
