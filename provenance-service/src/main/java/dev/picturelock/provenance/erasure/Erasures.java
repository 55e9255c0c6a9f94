package dev.picturelock.provenance.erasure;

import dev.picturelock.contracts.event.Event;
import dev.picturelock.provenance.disclosure.Arrived;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What was asked to be erased, what was, and what is left to do about it.
public interface Erasures {
  /// An erasure that is remembered already stays as it is.
  void remember(Erasure asked);

  /// For those of the values that were erased before: the event that says so.
  Map<Arrived, UUID> alreadyErased(Collection<Arrived> arrived);

  /// For those of the values that fall under an erasure: the newest one.
  Map<Arrived, Erasure> askedFor(Collection<Arrived> arrived);

  /// - **redaction** the event that says so
  void erased(Event redaction, Ground ground, List<Gone> gone);

  void destroyLater(String keyId);

  List<String> keysToDestroy();

  void destroyed(String keyId);

  void eraseAgain(List<Gone> gone, Instant due);

  /// Takes at most `limit` of those that are due.
  List<String> takeDue(Instant now, int limit);
}
