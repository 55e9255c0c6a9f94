package dev.picturelock.benchmarks.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.picturelock.benchmarks.UnusableException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

/// The running stack that is measured, with the demo accounts of the embedded default.
final class Target implements AutoCloseable {
  static final String TOOL = "bench-tool";
  static final String USE = "bench-crowd-extension";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration STANDING_STILL = Duration.ofSeconds(3);
  private static final int MOST_LOOKS = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String FORM = "application/x-www-form-urlencoded";

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final String title;
  private final String intake = "http://127.0.0.1:" + port("INTAKE", 8081);
  private final String classifier = "http://127.0.0.1:" + port("CLASSIFIER", 8082);
  private final String provenance = "http://127.0.0.1:" + port("PROVENANCE", 8084);
  private final String tokens =
      "http://localhost:"
          + port("KEYCLOAK", 18_080)
          + "/realms/picturelock/protocol/openid-connect/token";

  Target(String title) {
    this.title = title;
  }

  /// Opens the title, registers the tool with its terms and reports the use, all harmless to
  /// repeat.
  void prepare() {
    var admin = adminToken();
    var opened =
        post(
            admin,
            intake + "/v1/titles",
            "{\"id\": \"%1$s\", \"name\": \"Load on %1$s\"}".formatted(title));
    // 409: it is open under another name, as the demo title is
    require(opened, 200, 201, 409);
    require(
        send(
            admin,
            "PUT",
            intake + "/v1/tools/" + TOOL,
            "{\"name\": \"Bench\", \"vendor\": \"nobody\", \"kind\": \"image\"}"),
        200,
        201);
    require(
        post(
            admin,
            intake + "/v1/tools/" + TOOL + "/terms",
            """
            {"effectiveFrom": "2025-01-01", "storesOrTrains": "no", "enterpriseAgreement": "yes"}\
            """),
        200,
        201);
    require(
        post(
            toolToken(),
            intake + "/v1/titles/" + title + "/uses",
            """
            {"use": "%s", "description": "A crowd behind the actors, for measurements",
             "tool": "%s",
             "facts": {"mediaUse": "final", "prominence": "incidental", "storyRelevant": "no",
               "keyCreativeElement": "no", "outputReplicatesThirdParty": "no",
               "talentUse": "none", "unionWorkImpact": "no", "inputKinds": []}}\
            """
                .formatted(USE, TOOL)),
        202);
  }

  String adminToken() {
    return token(
        Map.of(
            "grant_type",
            "password",
            "client_id",
            "picturelock-cli",
            "username",
            "admin",
            "password",
            "admin"));
  }

  String toolToken() {
    return token(
        Map.of(
            "grant_type",
            "client_credentials",
            "client_id",
            "demo-tool",
            "client_secret",
            "demo-tool-secret"));
  }

  /// Returns once two checkpoints, some seconds apart, are the same: everything sent so far has
  /// been consumed, and nobody else sends.
  ///
  /// - **Errors:** [UnusableException] when the ledger still grows after minutes
  void awaitCaughtUp() {
    var token = toolToken();
    var checkpoint = provenance + "/v1/titles/" + title + "/log/checkpoint";
    var before = new byte[0];
    for (int look = 0; look < MOST_LOOKS; look++) {
      var answer = exchange(request(token, "GET", checkpoint, new byte[0]));
      require(answer, 200);
      if (Arrays.equals(before, answer.body())) {
        return;
      }
      before = answer.body();
      // the distance between two looks, which is what "stands still" means
      Load.waitUntil(System.nanoTime() + STANDING_STILL.toNanos());
    }
    throw new UnusableException(
        "the ledger of title '%s' still grows; let others stop sending, then measure again"
            .formatted(title));
  }

  HttpRequest single(String token, byte[] registration) {
    return request(token, "POST", intake + "/v1/titles/" + title + "/assets", registration);
  }

  HttpRequest batch(String token, byte[] registrations) {
    return request(token, "POST", intake + "/v1/titles/" + title + "/assets/batch", registrations);
  }

  /// Something of the title at the provenance service, for instance `/log/checkpoint`.
  HttpRequest read(String token, String path) {
    return readOf(title, token, path);
  }

  HttpRequest readOf(String anyTitle, String token, String path) {
    return request(token, "GET", provenance + "/v1/titles/" + anyTitle + path, new byte[0]);
  }

  String kafka() {
    return "127.0.0.1:" + port("KAFKA", 19_092);
  }

  HttpRequest preview(String token, byte[] facts) {
    return request(token, "POST", classifier + "/v1/classifications/preview", facts);
  }

  HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, BodyHandlers.ofByteArray());
  }

  static JsonNode json(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new UnusableException("want JSON, got " + e.getMessage());
    }
  }

  private String token(Map<String, String> grant) {
    var form = new StringBuilder();
    grant.forEach((name, value) -> form.append(name).append('=').append(value).append('&'));
    var answer =
        exchange(
            HttpRequest.newBuilder(URI.create(tokens))
                .timeout(PATIENCE)
                .header("Content-Type", FORM)
                .POST(BodyPublishers.ofString(form.toString()))
                .build());
    require(answer, 200);
    return json(answer.body()).path("access_token").asText();
  }

  private HttpResponse<byte[]> post(String token, String url, String body) {
    return send(token, "POST", url, body);
  }

  private HttpResponse<byte[]> send(String token, String method, String url, String body) {
    return exchange(
        request(token, method, url, body.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }

  private static HttpRequest request(String token, String method, String url, byte[] body) {
    return HttpRequest.newBuilder(URI.create(url))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofByteArray(body))
        .build();
  }

  private HttpResponse<byte[]> exchange(HttpRequest request) {
    try {
      return send(request);
    } catch (ConnectException e) {
      throw new UnusableException(
          "nothing answers at %s; start the stack with ./start --no-demo --data DIR, and set the same PICTURELOCK_*_PORT here if you moved its ports"
              .formatted(request.uri()));
    } catch (IOException e) {
      throw new UnusableException("no answer from " + request.uri() + ": " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnusableException("interrupted");
    }
  }

  private static void require(HttpResponse<byte[]> answer, int... wanted) {
    for (int status : wanted) {
      if (answer.statusCode() == status) {
        return;
      }
    }
    throw new UnusableException(
        "%s answered %d: %s"
            .formatted(answer.uri(), answer.statusCode(), new String(answer.body(), UTF_8)));
  }

  private static String port(String part, int usual) {
    var port = System.getenv("PICTURELOCK_" + part + "_PORT");
    return port == null ? Integer.toString(usual) : port;
  }

  @Override
  public void close() {
    client.close();
  }
}
