package dev.picturelock.cli.verify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;

/// The list of elements and the events that each leans on, read piece by piece.
final class ElementList {

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private ElementList() {}

  /// How many elements there are, all of whose events are in the archive.
  static int check(Archive archive) {
    try (var file = archive.open(Archive.ELEMENTS, ArchiveStep.ELEMENTS);
        var parser = JSON.createParser(file)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw wrong("it is no object");
      }
      int elements = 0;
      boolean listed = false;
      while (parser.nextToken() != null) {
        listed |= isListOfElements(parser);
        if (parser.currentToken() == JsonToken.FIELD_NAME && parser.currentName().equals("index")) {
          elements++;
        } else if (parser.currentToken() == JsonToken.FIELD_NAME
            && parser.currentName().equals("events")) {
          events(archive, parser);
        }
      }
      if (!listed) {
        throw wrong("it lists no elements");
      }
      return elements;
    } catch (JsonProcessingException e) {
      throw wrong("it is no JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw Archive.broken(Archive.ELEMENTS, e);
    }
  }

  private static boolean isListOfElements(JsonParser parser) throws IOException {
    return parser.currentToken() == JsonToken.START_ARRAY
        && "elements".equals(parser.currentName())
        && parser.getParsingContext().getParent().getParent().inRoot();
  }

  private static void events(Archive archive, JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_ARRAY) {
      throw wrong("events are no list");
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() != JsonToken.VALUE_STRING || !archive.hasEvent(parser.getText())) {
        throw wrong("it names event %s, which is not here".formatted(parser.getText()));
      }
    }
  }

  private static ArchiveException wrong(String reason) {
    return new ArchiveException(Archive.ELEMENTS, ArchiveStep.ELEMENTS, reason);
  }
}
