package dev.picturelock.contracts.event;

import org.jspecify.annotations.Nullable;

/// What went into an asset version: another version, a file known by digest only, or a source
/// outside.
///
/// Exactly one of (asset and version), sha256, source is present.
public record Input(
    @Nullable String asset,
    @Nullable String version,
    @Nullable String sha256,
    @Nullable String source,
    @Nullable String kind,
    @Nullable String rights) {}
