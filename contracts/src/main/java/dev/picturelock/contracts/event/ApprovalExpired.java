package dev.picturelock.contracts.event;

import java.util.UUID;

/// An approval reached its end.
@EventType(value = "picturelock.approval.expired.v1", topic = Topic.APPROVAL)
public record ApprovalExpired(UUID approval, ReviewSubject subject) implements Fact {}
