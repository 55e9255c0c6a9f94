package dev.picturelock.testkit.witness;

import dev.picturelock.tlog.witness.HttpAnswer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/// [dev.picturelock.tlog.witness.HttpPost] on the JDK's client.
final class Http {

  static final HttpClient CLIENT = HttpClient.newHttpClient();

  private Http() {}

  static HttpAnswer post(String url, byte[] body) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(url))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    var response = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
    var type = response.headers().firstValue("Content-Type").orElse("");
    return new HttpAnswer(response.statusCode(), type, response.body());
  }

  static HttpResponse<String> get(String url) throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
  }
}
