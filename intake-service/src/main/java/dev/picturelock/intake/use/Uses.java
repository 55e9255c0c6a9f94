package dev.picturelock.intake.use;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Every version of every reported use.
public interface Uses {
  /// Locks the use until the transaction ends, so that versions are given out one after the other.
  void lock(String title, String use);

  Optional<UseVersion> latest(String title, String use);

  /// The latest versions of those of the uses that are known, by their ids.
  Map<String, UseVersion> latest(String title, Collection<String> uses);

  /// What was accepted under an idempotency key.
  Optional<UseVersion> byKey(String title, String key);

  /// False when the key is taken; then nothing was added.
  boolean add(UseVersion version, @Nullable String key);

  /// Lets a further key stand for a version; false when the key is taken.
  boolean note(String key, UseVersion version);

  /// The latest versions of up to `limit` uses, in order of their ids.
  List<UseVersion> after(String title, String use, int limit);

  /// All versions, newest first.
  List<UseVersion> versions(String title, String use);
}
