package dev.picturelock.cli.api;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.picturelock.cli.terminal.UnusableInputException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Name and password, for which the identity provider gives tokens; each is used until shortly
/// before its end.
final class PasswordLogin implements Login {

  private static final String CLIENT = "picturelock-cli";
  private static final int MAX_BYTES = 1024 * 1024;
  private static final int OK = 200;
  private static final long MARGIN_SECONDS = 10;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Transport transport;
  private final URI endpoint;
  private final String user;
  private final String password;
  private @Nullable String token;
  private long staleAt;

  PasswordLogin(Transport transport, URI realm, String user, String password) {
    this.transport = transport;
    this.endpoint = URI.create(realm + "/protocol/openid-connect/token");
    this.user = user;
    this.password = password;
  }

  @Override
  public String token() {
    var kept = token;
    if (kept == null || System.nanoTime() - staleAt >= 0) {
      kept = fetch();
      token = kept;
    }
    return kept;
  }

  @Override
  public boolean renew() {
    token = null;
    return true;
  }

  @Override
  public String advice() {
    return "the token of '" + user + "' is not accepted there; do both addresses belong together?";
  }

  private String fetch() {
    var form =
        Map.of(
                "grant_type", "password",
                "client_id", CLIENT,
                "username", user,
                "password", password)
            .entrySet()
            .stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(joining("&"));
    var answer =
        transport.send(
            HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build(),
            MAX_BYTES);
    if (answer.statusCode() != OK) {
      throw new UnusableInputException(
          "%s does not let '%s' in (status %d); are name and password right?"
              .formatted(endpoint, user, answer.statusCode()));
    }
    return accept(answer.body());
  }

  private String accept(byte[] body) {
    try {
      var json = JSON.readTree(body);
      var value = json.path("access_token").asText();
      if (Login.isToken(value)) {
        long seconds = json.path("expires_in").asLong() - MARGIN_SECONDS;
        staleAt = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        return value;
      }
    } catch (JsonProcessingException _) {
      // answered below, together with JSON that holds no token
    } catch (IOException e) {
      throw new IllegalStateException("bytes at hand can always be read", e);
    }
    throw new UnusableInputException(endpoint + " gives no token; is it an OpenID realm?");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
