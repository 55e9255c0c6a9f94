package dev.picturelock.kit.inbox;

import dev.picturelock.contracts.event.Event;

/// An event that arrived and has not been handled before. `bytes` are exactly what was sent; they
/// are not copied and must not be changed.
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record ConsumedEvent(Event event, byte[] bytes, String topic, int partition, long offset) {}
