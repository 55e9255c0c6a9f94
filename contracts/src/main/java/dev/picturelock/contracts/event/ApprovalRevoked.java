package dev.picturelock.contracts.event;

import java.util.UUID;

/// An approval was taken back; what leaned on it is blocked again.
@EventType(value = "picturelock.approval.revoked.v1", topic = Topic.APPROVAL)
public record ApprovalRevoked(UUID approval, ReviewSubject subject, String reason)
    implements Fact {}
