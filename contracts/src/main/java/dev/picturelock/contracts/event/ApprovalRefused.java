package dev.picturelock.contracts.event;

import java.util.UUID;

/// A person refused in writing.
@EventType(value = "picturelock.approval.refused.v1", topic = Topic.APPROVAL)
public record ApprovalRefused(UUID review, ReviewSubject subject, String statement)
    implements Fact {}
