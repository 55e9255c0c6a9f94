package dev.picturelock.provenance.disclosure;

import dev.picturelock.kit.disclosure.Box;
import dev.picturelock.kit.disclosure.Disclosure;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Seals and opens values during one piece of work, in which it reads each key once; not for
/// longer.
public final class Vault {
  private final SubjectKeys keys;
  private final Map<String, Optional<Box>> boxes = new HashMap<>();

  public Vault(SubjectKeys keys) {
    this.keys = keys;
  }

  /// - **Errors:** [IllegalStateException] when the key is not there
  Resting seal(Arrived value, String keyId) {
    var sealed = box(keyId).seal(value.disclosure().toBytes(), binding(value));
    return new Resting(
        value.event(), value.digest(), value.subject(), keyId, sealed, value.fileKey());
  }

  /// Empty when its key was destroyed or the row was changed.
  public Optional<Disclosure> open(Resting value) {
    return find(value.keyId())
        .flatMap(box -> box.open(value.sealed(), binding(value)))
        .flatMap(clear -> Disclosure.fromBytes(clear, value.digest()));
  }

  /// The same value under another key; empty when it cannot be opened.
  Optional<Resting> reseal(Resting value, String keyId) {
    return open(value)
        .map(opened -> value.under(keyId, box(keyId).seal(opened.toBytes(), binding(value))));
  }

  boolean has(String keyId) {
    return find(keyId).isPresent();
  }

  private Box box(String keyId) {
    return find(keyId)
        .orElseThrow(() -> new IllegalStateException("subject key " + keyId + " is missing"));
  }

  private Optional<Box> find(String keyId) {
    return boxes.computeIfAbsent(keyId, keys::find);
  }

  private static String binding(Arrived value) {
    return binding(value.subject(), value.event(), value.digest());
  }

  private static String binding(Resting value) {
    return binding(value.subject(), value.event(), value.digest());
  }

  private static String binding(Subject subject, UUID event, String digest) {
    return subject.titleId() + "\n" + subject.name() + "\n" + event + "\n" + digest;
  }
}
