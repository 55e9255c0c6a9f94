package dev.picturelock.contracts.event;

/// A title's log ended and another one with another key began; this is the first entry of the new
/// one.
///
/// - **previous** the log that ended, for ever
/// - **checkpoint** its last checkpoint, signed by its key
/// - **next** the log that begins with this entry
/// - **statement** a signed note that names both logs, signed by both keys, or by the new one alone
///   where the old one is lost
/// - **reason** why, in the words of whoever did it
@EventType(value = "picturelock.log.rotated.v1", topic = Topic.DELIVERABLE)
public record LogRotated(
    LogRef previous, String checkpoint, LogRef next, String statement, String reason)
    implements Fact {}
