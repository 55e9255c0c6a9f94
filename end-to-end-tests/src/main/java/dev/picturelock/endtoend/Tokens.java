package dev.picturelock.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/// Access tokens from the identity provider, each kept until shortly before it expires.
final class Tokens {

  private static final long MARGIN_SECONDS = 60;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int SERVER_ERROR = 500;

  private final RunningStack stack;
  private final Api api;
  private final Map<Account, Token> kept = new EnumMap<>(Account.class);

  Tokens(RunningStack stack, Api api) {
    this.stack = stack;
    this.api = api;
  }

  synchronized String of(Account who) {
    var token = kept.get(who);
    if (token == null || System.nanoTime() - token.staleAt() >= 0) {
      token = fetchPatiently(who);
      kept.put(who, token);
    }
    return token.value();
  }

  /// After a restart of the database the provider answers 500 until it has thrown away its broken
  /// connections, one for each request; its callers ask again.
  private Token fetchPatiently(Account who) {
    return Awaitility.await("a token")
        .atMost(PATIENCE)
        .ignoreException(UncheckedIOException.class)
        .until(
            () -> fetch(api, stack.keycloakUrl() + "/realms/picturelock", who.grant()),
            Objects::nonNull);
  }

  /// A new token of a realm.
  ///
  /// - **Errors:** [UncheckedIOException] while the provider cannot give one
  static Token fetch(Api api, String realm, Map<String, String> grant) {
    var form =
        grant.entrySet().stream()
            .map(field -> field.getKey() + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    var answer =
        api.send(
            HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    if (answer.status() >= SERVER_ERROR) {
      throw new UncheckedIOException(new IOException("no token: " + answer.text()));
    }
    var token = answer.expect(200).json();
    long seconds = token.path("expires_in").asLong() - MARGIN_SECONDS;
    return new Token(
        token.path("access_token").asText(), System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds));
  }

  /// - **staleAt** on the clock of [System#nanoTime()]
  record Token(String value, long staleAt) {}

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
