package dev.picturelock.contracts.event;

import java.util.UUID;

/// A consent was revoked; what leaned on it is blocked.
@EventType(value = "picturelock.consent.revoked.v1", topic = Topic.APPROVAL)
public record ConsentRevoked(UUID consent, String person, String reason) implements Fact {}
