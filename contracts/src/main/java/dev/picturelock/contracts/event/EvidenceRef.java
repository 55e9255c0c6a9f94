package dev.picturelock.contracts.event;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Proof that a required action was done: where the document lies and its digest, never the
/// document.
public record EvidenceRef(
    String kind,
    @Nullable String reference,
    @Nullable String sha256,
    @Nullable String note,
    @Nullable UUID consent) {}
