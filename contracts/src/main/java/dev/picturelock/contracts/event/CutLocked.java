package dev.picturelock.contracts.event;

/// A cut was locked: everything in it is cleared.
@EventType(value = "picturelock.cut.locked.v1", topic = Topic.DELIVERABLE)
public record CutLocked(String cut, String verdict, String elementsSha256, long ledgerSize)
    implements Fact {}
