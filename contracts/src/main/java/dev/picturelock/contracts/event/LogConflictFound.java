package dev.picturelock.contracts.event;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An event came under an id that was taken by other content. What came later is not logged; this
/// says that it was there.
///
/// - **event** the id that came twice
/// - **laterSha256** SHA-256 of the bytes that came later
/// - **loggedLeafHash** leaf hash of the entry that the log has under this id; absent where the
///   content that came first belongs to another title
/// - **topic**, **partition**, **offset** where it was met first
@EventType(value = "picturelock.log.conflict-found.v1", topic = Topic.DELIVERABLE)
public record LogConflictFound(
    UUID event,
    String laterSha256,
    @Nullable String loggedLeafHash,
    String topic,
    int partition,
    long offset)
    implements Fact {}
