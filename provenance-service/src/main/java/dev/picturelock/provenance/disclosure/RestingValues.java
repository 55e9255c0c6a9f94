package dev.picturelock.provenance.disclosure;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Where values rest and which key is whose. The keys themselves are elsewhere, see [SubjectKeys].
public interface RestingValues {
  /// Lets no erasure in these titles begin before this transaction ends, and waits for one that
  /// has.
  void share(Collection<String> titleIds);

  /// Lets nothing come to rest in the title before this transaction ends.
  void hold(String titleId);

  /// Key ids of those of the subjects that have one.
  Map<Subject, String> keysOf(Collection<Subject> subjects);

  /// Gives subjects their first keys and returns the ids of those that are ours: another instance
  /// may have been faster, then its key is the key.
  List<String> addKeys(Map<Subject, String> keyIds);

  /// - **Returns:** false when the subject's key is not `oldId` any more; then nothing is changed
  boolean replaceKey(Subject subject, String oldId, String newId);

  void dropKey(Subject subject);

  /// Keeps values; one that is there already stays as it is.
  void put(List<Resting> values);

  List<Resting> ofEvents(String titleId, Collection<UUID> events);

  /// At most `limit`, in no order.
  List<Resting> ofSubject(Subject subject, int limit);

  /// At most `limit`, in no order.
  List<Resting> underKey(Subject subject, String keyId, int limit);

  /// The same values under another key.
  void rekey(String titleId, List<Resting> values);

  void delete(String titleId, List<Resting> values);

  /// Removes all that rests under a key of the subject.
  int deleteUnder(Subject subject, String keyId);

  /// Removes a value; one that is not there is no error.
  void delete(UUID event, String digest);

  List<ErasedValue> erased(String titleId, Collection<UUID> events);

  /// Any key id that is in use.
  Optional<String> anyKey();
}
