package dev.picturelock.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import java.io.IOException;
import java.time.Instant;

/// Reads a time from text only, never from a number, and only within the years 1 to 9999, which
/// every store and format can hold.
class StrictInstant extends StdScalarDeserializer<Instant> {
  private static final long serialVersionUID = 1;
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("9999-12-31T23:59:59.999999Z");

  StrictInstant() {
    super(Instant.class);
  }

  @Override
  public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      return (Instant) context.handleUnexpectedToken(Instant.class, parser);
    }
    var text = parser.getText();
    var instant = text.isBlank() ? null : InstantDeserializer.INSTANT.deserialize(parser, context);
    return instant == null || instant.isBefore(EARLIEST) || instant.isAfter(END)
        ? (Instant) context.handleWeirdStringValue(Instant.class, text, "not a time")
        : instant;
  }
}
