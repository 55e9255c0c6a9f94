package dev.picturelock.kit.outbox;

import java.util.List;

/// What a service may have to say before its records leave. A service has one, or none.
public interface OutboxGate {

  /// While this is false nothing leaves; what is in the outbox stays there.
  boolean isOpen();

  /// Called before a batch leaves, in order. What it throws holds the batch back, and it is tried
  /// again.
  void leaving(List<Leaving> records);

  /// A record on its way out; `value` is not copied and must not be changed.
  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  record Leaving(String topic, byte[] value) {}
}
