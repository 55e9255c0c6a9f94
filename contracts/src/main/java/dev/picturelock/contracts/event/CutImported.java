package dev.picturelock.contracts.event;

import org.jspecify.annotations.Nullable;

/// A cut was imported; `elementsSha256` is the digest of its element list as canonical JSON.
@EventType(value = "picturelock.cut.imported.v1", topic = Topic.DELIVERABLE)
public record CutImported(
    String cut,
    @Nullable String name,
    String format,
    String rate,
    String fileSha256,
    String elementsSha256,
    int elements,
    int matched,
    int unmatched)
    implements Fact {}
