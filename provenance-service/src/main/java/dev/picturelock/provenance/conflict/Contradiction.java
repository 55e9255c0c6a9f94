package dev.picturelock.provenance.conflict;

import dev.picturelock.contracts.event.Event;
import dev.picturelock.contracts.event.LogConflictFound;
import dev.picturelock.kit.event.Digest;
import dev.picturelock.kit.event.Events;
import dev.picturelock.kit.inbox.ConsumedEvent;
import dev.picturelock.tlog.merkle.Hash;
import org.jspecify.annotations.Nullable;

/// States what came under an id that other content had taken.
public final class Contradiction {
  private static final String BY_US = "service:provenance-service";

  private Contradiction() {}

  /// The statement in the title that the later event names. The same bytes under the same id always
  /// yield the same id, so a repeat is recognised, wherever it arrives.
  ///
  /// - **logged** leaf hash of what the log of that title has under the id. Where the content that
  ///   came first belongs to another title, nothing of it is said: a title is a wall.
  public static Event event(Events events, ConsumedEvent later, @Nullable Hash logged) {
    var event = later.event();
    var sha256 = Digest.sha256Hex(later.bytes());
    return events.derived(
        event,
        "conflict " + sha256,
        "event/" + event.id(),
        BY_US,
        new LogConflictFound(
            event.id(),
            sha256,
            logged == null ? null : logged.toHex(),
            later.topic(),
            later.partition(),
            later.offset()));
  }
}
