package dev.picturelock.contracts.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A documented consent of a person was recorded.
///
/// - **person** pseudonym within the title
/// - **type** a consent action of the policy, for example CONSENT_REPLICA_CREATE
/// - **form** separate_signed, initialled_clause, standard_terms, verbal, other
/// - **validFrom**, **validTo** inclusive days
/// - **sd** digests of the disclosures of this event (RFC 9901), sorted; the values are kept apart
@EventType(value = "picturelock.consent.recorded.v1", topic = Topic.APPROVAL)
public record ConsentRecorded(
    UUID consent,
    String type,
    String person,
    String signerRole,
    String form,
    List<String> uses,
    @Nullable String useDescription,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Nullable String documentSha256,
    @JsonProperty("_sd") List<String> sd,
    @Nullable @JsonProperty("_sd_alg") String sdAlg)
    implements Fact {
  public ConsentRecorded {
    uses = uses == null ? List.of() : List.copyOf(uses);
    sd = sd == null ? List.of() : List.copyOf(sd);
  }
}
