package dev.picturelock.contracts.event;

import org.jspecify.annotations.Nullable;

/// Digests of a media file: SHA-256 as 64 lower-case hex digits, C4 id as of SMPTE ST 2114.
public record Digests(@Nullable String sha256, @Nullable String c4) {}
