package dev.picturelock.contracts.event;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An asset version was classified. Carries what a reviewer needs to see, so that nobody must ask
/// intake.
///
/// - **requestedBy** the actor that registered the version; may not approve it
@EventType(value = "picturelock.asset.classified.v1", topic = Topic.CLASSIFICATION)
public record AssetClassified(
    AssetRef asset,
    @Nullable UseRef use,
    String contribution,
    @Nullable ShotRef shot,
    @Nullable String tool,
    @Nullable String model,
    List<String> persons,
    List<UUID> consents,
    String requestedBy,
    List<FactConflict> conflicts,
    Classification classification)
    implements Fact {
  public AssetClassified {
    persons = persons == null ? List.of() : List.copyOf(persons);
    consents = consents == null ? List.of() : List.copyOf(consents);
    conflicts = conflicts == null ? List.of() : List.copyOf(conflicts);
  }
}
