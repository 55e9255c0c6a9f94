package dev.picturelock.provenance.lineage;

import dev.picturelock.contracts.event.AssetRef;
import dev.picturelock.contracts.event.AssetRegistered;
import dev.picturelock.contracts.event.Classification;
import dev.picturelock.contracts.event.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one event at one ledger position adds to what is known. Every part is independent of the
/// order in which events of different services arrive.
public record Changes(Event event, long position, List<Node> nodes, List<Edge> edges, State state) {

  /// The typed part, at most one for each event.
  public sealed interface State {
    record Nothing() implements State {}

    record Registered(AssetRegistered asset) implements State {}

    record Withdrawn(AssetRef asset, @Nullable String reason) implements State {}

    record Classified(String subject, Classification classification) implements State {}

    record ReviewChanged(UUID review, String subject, String status, List<String> openActions)
        implements State {}

    record ApprovalChanged(
        UUID approval,
        String subject,
        @Nullable String use,
        String status,
        @Nullable String scope,
        @Nullable String factsSha256,
        @Nullable Instant validUntil)
        implements State {}

    record ConsentChanged(
        UUID consent,
        String status,
        @Nullable String type,
        String person,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo)
        implements State {}
  }
}
