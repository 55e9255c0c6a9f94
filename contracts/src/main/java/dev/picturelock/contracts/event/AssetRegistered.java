package dev.picturelock.contracts.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An asset version was registered.
///
/// - **contribution** generated, altered, assisted or none
/// - **facts** the use's facts with the asset's own laid over, after the tool's terms
/// - **persons** pseudonyms of the talent involved
/// - **consents** ids of the consents it leans on
/// - **sd** digests of the disclosures of this event (RFC 9901), sorted; the values are kept apart
@EventType(value = "picturelock.asset.registered.v1", topic = Topic.INTAKE)
public record AssetRegistered(
    String asset,
    String version,
    @Nullable String mediaType,
    Digests digests,
    @Nullable Long size,
    String contribution,
    @Nullable ShotRef shot,
    @Nullable UseRef use,
    @Nullable Generation generation,
    List<Input> inputs,
    List<String> persons,
    List<UUID> consents,
    Map<String, Object> facts,
    @Nullable TermsSnapshot terms,
    List<FactConflict> conflicts,
    String policyPack,
    @JsonProperty("_sd") List<String> sd,
    @Nullable @JsonProperty("_sd_alg") String sdAlg)
    implements Fact, Judged {
  public AssetRegistered {
    inputs = inputs == null ? List.of() : List.copyOf(inputs);
    persons = persons == null ? List.of() : List.copyOf(persons);
    consents = consents == null ? List.of() : List.copyOf(consents);
    facts = facts == null ? Map.of() : facts;
    conflicts = conflicts == null ? List.of() : List.copyOf(conflicts);
    sd = sd == null ? List.of() : List.copyOf(sd);
  }

  public AssetRef ref() {
    return new AssetRef(asset, version);
  }
}
