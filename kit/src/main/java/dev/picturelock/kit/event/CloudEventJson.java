package dev.picturelock.kit.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The structured JSON form of a CloudEvent, attribute for attribute.
record CloudEventJson(
    String specversion,
    UUID id,
    String source,
    String type,
    String subject,
    Instant time,
    @Nullable String datacontenttype,
    @Nullable String dataschema,
    String titleid,
    @Nullable UUID causationid,
    String actor,
    JsonNode data) {}
