package dev.picturelock.kit.json;

import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Reads every JSON body by [JsonBody] and refuses what is larger than
/// `picturelock.http.max-json-body` (bytes).
@Provider
@Consumes({"application/json", "application/*+json"})
public class StrictBodyReader implements MessageBodyReader<Object> {
  private final int maxBody;

  StrictBodyReader(@ConfigProperty(name = "picturelock.http.max-json-body") int maxBody) {
    this.maxBody = maxBody;
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
    var body = entityStream.readNBytes(maxBody + 1);
    if (body.length > maxBody) {
      throw new ProblemException(
          ProblemType.BODY_TOO_LARGE, "the body is larger than " + maxBody + " bytes");
    }
    return type.equals(byte[].class) ? body : JsonBody.read(body, genericType);
  }
}
