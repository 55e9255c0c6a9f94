package dev.picturelock.contracts.event;

import java.util.UUID;

/// A review passed its due time or was handed up.
@EventType(value = "picturelock.review.escalated.v1", topic = Topic.APPROVAL)
public record ReviewEscalated(UUID review, String reason) implements Fact {}
