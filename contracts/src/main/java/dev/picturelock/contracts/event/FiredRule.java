package dev.picturelock.contracts.event;

/// A rule that fired, with the reason a person reads.
public record FiredRule(String id, String reason) {}
