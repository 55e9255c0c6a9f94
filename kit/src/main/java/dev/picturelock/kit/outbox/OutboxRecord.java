package dev.picturelock.kit.outbox;

import java.util.UUID;

/// One record on its way to Kafka; `value` is owned by the record and never changed.
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record OutboxRecord(long position, UUID id, String topic, String key, byte[] value) {
  OutboxGate.Leaving leaving() {
    return new OutboxGate.Leaving(topic, value);
  }
}
