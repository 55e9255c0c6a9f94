package dev.picturelock.approval.http;

import java.util.UUID;

/// Names the event that a call caused.
public record Caused(UUID eventId) {}
