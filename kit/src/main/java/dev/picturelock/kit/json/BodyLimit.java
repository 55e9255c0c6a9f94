package dev.picturelock.kit.json;

import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Reads a body to its end unless it is larger than `picturelock.http.max-json-body` (bytes).
@ApplicationScoped
public class BodyLimit {
  private final int maxBody;

  BodyLimit(@ConfigProperty(name = "picturelock.http.max-json-body") int maxBody) {
    this.maxBody = maxBody;
  }

  /// The largest body that is read, in bytes.
  public int max() {
    return maxBody;
  }

  /// - **Errors:** [ProblemException] BODY_TOO_LARGE; no more than the limit is ever held
  public byte[] read(InputStream stream) throws IOException {
    var body = stream.readNBytes(maxBody + 1);
    if (body.length > maxBody) {
      throw new ProblemException(
          ProblemType.BODY_TOO_LARGE, "the body is larger than " + maxBody + " bytes");
    }
    return body;
  }
}
