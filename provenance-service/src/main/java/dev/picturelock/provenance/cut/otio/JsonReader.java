package dev.picturelock.provenance.cut.otio;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.picturelock.provenance.cut.BrokenTimelineException;
import dev.picturelock.provenance.cut.BrokenTimelineException.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads JSON within limits.
///
/// - **Errors:** [BrokenTimelineException] with line and column for malformed text, a name given
///   twice, or more than [OtioLimits] allows; recursion is no deeper than the JSON may be
final class JsonReader {

  private final JsonFactory factory;
  private final OtioLimits limits;

  JsonReader(OtioLimits limits) {
    this.limits = limits;
    factory =
        new JsonFactoryBuilder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            // Names are shared per document below; a table shared by all documents could be filled
            // up.
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(limits.depth())
                    .maxDocumentLength(limits.bytes())
                    .maxNumberLength(10_000)
                    .maxNameLength(1_000)
                    .maxStringLength(4 * 1024 * 1024)
                    .build())
            .build();
  }

  JsonValue read(byte[] json) {
    if (json.length > limits.bytes()) {
      throw new BrokenTimelineException(
          "", "want at most %d bytes, got %d".formatted(limits.bytes(), json.length));
    }
    try (var parser = factory.createParser(BareInfinity.replaced(json))) {
      return new Document(parser).read();
    } catch (IOException e) {
      throw new BrokenTimelineException("", "not readable as JSON text");
    }
  }

  private final class Document {

    private final JsonParser parser;
    private final Map<String, String> names = new HashMap<>();
    private int values;

    Document(JsonParser parser) {
      this.parser = parser;
    }

    JsonValue read() throws IOException {
      try {
        parser.nextToken();
        var value = value();
        if (parser.nextToken() != null) {
          throw broken("want nothing after the first JSON value", parser.currentTokenLocation());
        }
        return value;
      } catch (JsonProcessingException e) {
        var where = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
        throw broken("malformed JSON: " + e.getOriginalMessage(), where);
      }
    }

    private JsonValue value() throws IOException {
      if (++values > limits.values()) {
        throw broken("want at most " + limits.values() + " JSON values", parser.currentLocation());
      }
      return switch (parser.currentToken()) {
        case START_OBJECT -> members();
        case START_ARRAY -> items();
        case VALUE_STRING -> new JsonValue.Text(parser.getText());
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonValue.Numeral(parser.getText());
        case VALUE_TRUE -> new JsonValue.Truth(true);
        case VALUE_FALSE -> new JsonValue.Truth(false);
        case VALUE_NULL -> JsonValue.NOTHING;
        case null -> throw broken("want JSON, got an empty file", parser.currentLocation());
        // The parser itself refuses an end or a name where a value belongs.
        case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
            throw broken("want a JSON value", parser.currentLocation());
      };
    }

    private JsonValue members() throws IOException {
      var members = new LinkedHashMap<String, JsonValue>(4);
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        var name = names.computeIfAbsent(parser.currentName(), n -> n);
        var where = parser.currentTokenLocation();
        parser.nextToken();
        if (members.put(name, value()) != null) {
          // Readers differ in which of two they take, so two people would see two different cuts.
          throw broken("want each name once, got '" + name + "' twice", where);
        }
      }
      return new JsonValue.Members(members);
    }

    private JsonValue items() throws IOException {
      var items = new ArrayList<JsonValue>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(value());
      }
      items.trimToSize();
      return new JsonValue.Items(items);
    }

    private BrokenTimelineException broken(String detail, JsonLocation where) {
      return new BrokenTimelineException(
          parser.getParsingContext().pathAsPointer().toString(),
          new Place(where.getLineNr(), where.getColumnNr()),
          detail);
    }
  }
}
