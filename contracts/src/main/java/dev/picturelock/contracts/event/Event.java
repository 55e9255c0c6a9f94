package dev.picturelock.contracts.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A fact in its CloudEvents 1.0 envelope.
///
/// - **id** UUIDv7, or for a derived event the UUIDv5 of (causing event, what derived it)
/// - **source** `/picturelock/<service>`
/// - **subject** what the fact is about, for example `asset/AGM_104_065_010_comp/v007`
/// - **time** UTC, at most microseconds; a derived event carries the time of its cause, so that a
///   repeat of the cause yields the same bytes
/// - **titleId** the title whose ledger keeps the event; key of the Kafka record
/// - **causationId** the event this one follows from
/// - **actor** who did it: `client:<id>`, `user:<account>` or `service:<name>`
public record Event(
    UUID id,
    String source,
    String subject,
    Instant time,
    String titleId,
    @Nullable UUID causationId,
    String actor,
    Fact fact) {}
