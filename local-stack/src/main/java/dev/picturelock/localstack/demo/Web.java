package dev.picturelock.localstack.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/// Sends requests, and knows every account's token.
final class Web implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final Map<Account, String> tokens = new EnumMap<>(Account.class);
  private final URI tokenEndpoint;

  Web(String realm) {
    this.tokenEndpoint = URI.create(realm + "/protocol/openid-connect/token");
  }

  /// What came back; `json` is missing where it is no JSON.
  record Answer(int status, String text, JsonNode json) {}

  /// A demo takes less time than a token lives.
  String token(Account account) {
    return tokens.computeIfAbsent(account, this::fetchToken);
  }

  Answer send(String method, String url, Map<String, String> headers, byte[] body) {
    var request =
        HttpRequest.newBuilder(URI.create(url))
            .timeout(PATIENCE)
            .method(
                method,
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    try {
      var response = client.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body(), json(response.body()));
    } catch (IOException e) {
      throw new IllegalStateException("no answer from " + url + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + url, e);
    }
  }

  private String fetchToken(Account account) {
    var form =
        account.grant().entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    var answer =
        send(
            "POST",
            tokenEndpoint.toString(),
            Map.of("Content-Type", "application/x-www-form-urlencoded"),
            form.getBytes(StandardCharsets.UTF_8));
    return new Place("/access_token")
        .find(answer.json())
        .orElseThrow(() ->
            new IllegalStateException(
                "no token for %s from %s: %d %s"
                    .formatted(account.login(), tokenEndpoint, answer.status(), answer.text())));
  }

  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static JsonNode json(String text) {
    try {
      var node = JSON.readTree(text);
      return node == null ? MissingNode.getInstance() : node;
    } catch (JsonProcessingException _) {
      return MissingNode.getInstance();
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
