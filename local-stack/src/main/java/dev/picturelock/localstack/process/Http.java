package dev.picturelock.localstack.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/// The one question the launcher asks over HTTP: are you there?
public final class Http {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  private Http() {}

  /// Whether a GET is answered with 200.
  public static boolean answersOk(String url) {
    return get(url).filter(answer -> answer.statusCode() == 200).isPresent();
  }

  /// What a GET is answered with, whatever its status; nothing when there is no answer.
  public static Optional<String> body(String url) {
    return get(url).map(HttpResponse::body);
  }

  private static Optional<HttpResponse<String>> get(String url) {
    var request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
    try {
      return Optional.of(CLIENT.send(request, BodyHandlers.ofString()));
    } catch (IOException _) {
      return Optional.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
