package dev.picturelock.intake.asset.http;

import dev.picturelock.intake.asset.Registration;
import java.net.URI;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How OpenAPI describes what [CloudEventBody] reads.
@Schema(
    description =
        "A registration as a CloudEvent 1.0 in structured JSON. Further attributes are extensions;"
            + " they are accepted and not kept. Without an id of its own the registration is"
            + " repeated under the pair of source and id.")
record RegistrationEvent(
    @Schema(enumeration = "1.0") String specversion,
    @Schema(minLength = 1, maxLength = 200) String id,
    @Schema(format = "uri-reference", minLength = 1, maxLength = 500) String source,
    @Schema(enumeration = CloudEventBody.TYPE) String type,
    @Nullable String subject,
    @Schema(description = "When the event was made; says nothing about when the tool ran")
        @Nullable Instant time,
    @Schema(enumeration = "application/json") @Nullable String datacontenttype,
    @Nullable URI dataschema,
    Registration data) {}
