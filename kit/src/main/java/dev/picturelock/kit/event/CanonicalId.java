package dev.picturelock.kit.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.util.UUID;

/// Reads an event's id in its one spelling only, so that whoever compares ids as text and whoever
/// compares them as UUIDs find the same event.
class CanonicalId extends StdScalarDeserializer<UUID> {
  private static final long serialVersionUID = 1;

  CanonicalId() {
    super(UUID.class);
  }

  @Override
  public UUID deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      return (UUID) context.handleUnexpectedToken(UUID.class, parser);
    }
    var text = parser.getText();
    try {
      var id = UUID.fromString(text);
      if (id.toString().equals(text)) {
        return id;
      }
    } catch (IllegalArgumentException _) {
      // answered below, together with UUIDs in other spellings
    }
    return (UUID)
        context.handleWeirdStringValue(UUID.class, text, "not a UUID of 36 lower-case characters");
  }
}
