package dev.picturelock.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// The services as a client sees them.
///
/// - **Errors:** [UncheckedIOException] where there was no answer
final class Api {

  static final String JSON = "application/json";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final RunningStack stack;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final Tokens tokens;

  Api(RunningStack stack) {
    this.stack = stack;
    this.tokens = new Tokens(stack, this);
  }

  Answer get(Account who, Service service, String path) {
    return send(as(who, service, path).GET());
  }

  Answer post(Account who, Service service, String path, String json) {
    return post(who, service, path, JSON, json);
  }

  Answer post(Account who, Service service, String path, String mediaType, String body) {
    return send(
        as(who, service, path)
            .header("Content-Type", mediaType)
            .POST(BodyPublishers.ofString(body)));
  }

  Answer put(Account who, Service service, String path, String json) {
    return send(
        as(who, service, path).header("Content-Type", JSON).PUT(BodyPublishers.ofString(json)));
  }

  HttpRequest.Builder as(Account who, Service service, String path) {
    return request(service, path).header("Authorization", "Bearer " + tokens.of(who));
  }

  /// Without a token.
  HttpRequest.Builder request(Service service, String path) {
    return HttpRequest.newBuilder(URI.create(stack.url(service) + path));
  }

  Answer send(HttpRequest.Builder request) {
    try {
      return Answer.of(http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
