package dev.picturelock.kit.json;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/// Reads every JSON body by [JsonBody] and refuses what is larger than
/// `picturelock.http.max-json-body` (bytes).
@Provider
@Consumes({"application/json", "application/*+json"})
public class StrictBodyReader implements MessageBodyReader<Object> {
  private final BodyLimit limit;

  StrictBodyReader(BodyLimit limit) {
    this.limit = limit;
  }

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type != InputStream.class;
  }

  @Override
  public Object readFrom(
      Class<Object> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> httpHeaders,
      InputStream entityStream)
      throws IOException {
    var body = limit.read(entityStream);
    return type.equals(byte[].class) ? body : JsonBody.read(body, genericType);
  }
}
