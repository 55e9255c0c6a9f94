package dev.picturelock.approval.review;

import java.time.Instant;

/// What a person put in writing.
public record Statement(String by, Instant at, String text) {}
