package dev.picturelock.contracts.event;

import java.util.UUID;

/// The contact asked for information before deciding.
@EventType(value = "picturelock.review.info-requested.v1", topic = Topic.APPROVAL)
public record ReviewInfoRequested(UUID review, ReviewSubject subject, String statement)
    implements Fact {}
