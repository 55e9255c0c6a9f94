package dev.picturelock.cli.verify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/// JSON for programs, laid out for people who look over their shoulder.
final class JsonReport {

  private JsonReport() {}

  static String of(Content content) {
    var text = new StringWriter();
    try (var json = new JsonFactory().createGenerator(text)) {
      json.useDefaultPrettyPrinter();
      content.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException("a string can always be written", e);
    }
    return text.toString();
  }

  /// What is in it.
  interface Content {
    void write(JsonGenerator json) throws IOException;
  }
}
