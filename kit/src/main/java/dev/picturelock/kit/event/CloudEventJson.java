package dev.picturelock.kit.event;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The structured JSON form of a CloudEvent, attribute for attribute.
///
/// - **data** a fact when it is written; when it is read, a tree until the type is known
record CloudEventJson<D>(
    String specversion,
    @JsonDeserialize(using = CanonicalId.class) UUID id,
    String source,
    String type,
    String subject,
    Instant time,
    @Nullable String datacontenttype,
    @Nullable String dataschema,
    String titleid,
    @Nullable UUID causationid,
    String actor,
    D data) {}
