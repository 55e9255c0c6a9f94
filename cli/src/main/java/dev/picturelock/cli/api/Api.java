package dev.picturelock.cli.api;

import dev.picturelock.cli.terminal.UnusableInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// The provenance service, as one account may read it.
public final class Api {

  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  private final Transport transport;
  private final URI provenance;
  private final Login login;

  Api(Transport transport, URI provenance, Login login) {
    this.transport = transport;
    this.provenance = provenance;
    this.login = login;
  }

  /// What lies at a path that begins with a slash; empty when nothing does.
  ///
  /// - **Errors:** [OutageException] when trying later may help, [UnusableInputException] when it
  ///   cannot
  public Optional<byte[]> get(String path, int maxBytes) {
    var answer = send(path, maxBytes);
    if (answer.statusCode() == UNAUTHORIZED && login.renew()) {
      answer = send(path, maxBytes);
    }
    return switch (answer.statusCode()) {
      case OK -> Optional.of(body(answer, maxBytes));
      case NOT_FOUND -> Optional.empty();
      case UNAUTHORIZED ->
          throw new UnusableInputException(
              "%s does not accept the token; %s".formatted(answer.uri(), login.advice()));
      case FORBIDDEN ->
          throw new UnusableInputException(
              "this account may not read %s: it has no role in that title (or there is no such title)"
                  .formatted(answer.uri()));
      default ->
          throw new UnusableInputException(
              "%s answers with status %d; is that the address of the provenance service?"
                  .formatted(answer.uri(), answer.statusCode()));
    };
  }

  /// Where a path leads, for messages.
  public String address(String path) {
    return provenance + path;
  }

  private HttpResponse<byte[]> send(String path, int maxBytes) {
    return transport.send(
        HttpRequest.newBuilder(URI.create(provenance + path))
            .header("Authorization", "Bearer " + login.token())
            .header("Accept-Encoding", "gzip")
            .build(),
        maxBytes);
  }

  private static byte[] body(HttpResponse<byte[]> answer, int maxBytes) {
    var encoding = answer.headers().firstValue("Content-Encoding").orElse("identity");
    return switch (encoding) {
      case "identity" -> answer.body();
      case "gzip" -> unzip(answer, maxBytes);
      default ->
          throw new UnusableInputException(
              answer.uri() + " is encoded in a way nobody asked for: " + encoding);
    };
  }

  private static byte[] unzip(HttpResponse<byte[]> answer, int maxBytes) {
    try (var zipped = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
      byte[] bytes = zipped.readNBytes(maxBytes + 1);
      if (bytes.length <= maxBytes) {
        return bytes;
      }
    } catch (IOException e) {
      throw new OutageException(answer.uri() + " came broken: " + e.getMessage());
    }
    throw new UnusableInputException(answer.uri() + " is larger than a file of its kind can be");
  }
}
