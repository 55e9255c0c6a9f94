package dev.picturelock.contracts.event;

/// The rule book a decision was made by; the SHA-256 is of the DMN file's bytes.
public record PolicyPackRef(String id, String version, String sha256) {}
