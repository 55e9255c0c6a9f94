package dev.picturelock.cli.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.picturelock.cli.terminal.UnusableInputException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiTest {

  private final AtomicInteger grants = new AtomicInteger();
  private final AtomicInteger asked = new AtomicInteger();
  private final CountDownLatch over = new CountDownLatch(1);
  private HttpServer server = server();
  private String goodToken = "t1";

  @BeforeEach
  void start() {
    server = server();
    server.createContext("/realm/protocol/openid-connect/token", this::grant);
    server.createContext("/v1/big", exchange -> send(exchange, 200, "x".repeat(2_000)));
    server.createContext("/v1/", this::read);
    server.createContext("/v1/never", this::never);
    server.setExecutor(task -> Thread.ofVirtual().start(task));
    server.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
  }

  @Test
  void usesATokenUntilItEndsAndThenGetsAnotherOne() {
    var api = login("ada", "se&cret");

    assertThat(api.get("/v1/a", 100)).isPresent();
    assertThat(api.get("/v1/a", 100)).isPresent();
    assertThat(grants).hasValue(1);
    goodToken = "t2";
    assertThat(api.get("/v1/a", 100)).isPresent();
    assertThat(grants).hasValue(2);
  }

  @Test
  void givesUpWhenANewTokenIsNoBetter() {
    goodToken = "other";

    assertThatThrownBy(() -> login("ada", "se&cret").get("/v1/a", 100))
        .isInstanceOf(UnusableInputException.class)
        .hasMessageContaining("the token of 'ada' is not accepted there");
    assertThat(asked).hasValue(2);
  }

  @Test
  void doesNotRepeatAWrongPassword() {
    assertThatThrownBy(() -> login("ada", "wrong").get("/v1/a", 100))
        .isInstanceOf(UnusableInputException.class)
        .hasMessageContaining("does not let 'ada' in (status 401)");
    assertThat(grants).hasValue(1);
  }

  @Test
  void takesNoMoreBytesThanTheFileCanHave() {
    var api = new Api(transport(), base(), new GivenToken("t1"));

    assertThat(api.get("/v1/big", 2_000)).isPresent();
    assertThatThrownBy(() -> api.get("/v1/big", 1_999)).isInstanceOf(OutageException.class);
  }

  @Test
  void doesNotWaitForEverForABodyThatNeverEnds() {
    var hasty = new Transport(Duration.ofMillis(500), Duration.ofMillis(1));
    var api = new Api(hasty, base(), new GivenToken("t1"));

    assertThatThrownBy(() -> api.get("/v1/never", 100))
        .isInstanceOf(OutageException.class)
        .hasMessageContaining("cannot reach");
  }

  @Test
  void takesWhatTheCommandLineSaysBeforeWhatTheEnvironmentSays() {
    var options = new ApiOptions();
    var environment =
        Map.of(
            "PICTURELOCK_PROVENANCE_URL", base() + "/",
            "PICTURELOCK_OIDC_URL", base() + "/realm",
            "PICTURELOCK_TOKEN", "ended",
            "PICTURELOCK_USER", "eve",
            "PICTURELOCK_PASSWORD", "se&cret");

    assertThatThrownBy(() -> options.api(environment).get("/v1/a", 100))
        .hasMessageContaining("does not accept the token");
    options.user = "ada";
    assertThat(options.api(environment).get("/v1/a", 100)).isPresent();
    options.token = "t1";
    assertThatThrownBy(() -> options.api(environment)).hasMessageContaining("exclude one another");
    options.user = null;
    assertThat(options.api(environment).get("/v1/a", 100)).isPresent();
    options.token = null;
    assertThatThrownBy(() -> options.api(Map.of())).hasMessageContaining("say who asks");
    assertThatThrownBy(() -> options.api(Map.of("PICTURELOCK_USER", "ada")))
        .hasMessageContaining("the password of 'ada' must be in PICTURELOCK_PASSWORD");
  }

  @Test
  void neverPrintsAToken() {
    assertThat(new GivenToken("secret").toString()).doesNotContain("secret");
  }

  @Test
  void takesATokenWithoutTheLineEndOfItsFile() {
    var api = new Api(transport(), base(), new GivenToken("t1\r\n"));

    assertThat(api.get("/v1/a", 100)).isPresent();
  }

  @Test
  void refusesWhatIsNoTokenWithoutShowingIt() {
    for (var secret : List.of("xy\nq7z", "xy\r\nq7z", "xy q7z", "xy\033q7z", "xyéq7z")) {
      assertThatThrownBy(() -> new GivenToken(secret))
          .isInstanceOf(UnusableInputException.class)
          .hasMessageContaining("the token is none")
          .hasMessageNotContainingAny("xy", "q7z");
    }
    assertThatThrownBy(() -> new GivenToken("\r\n")).isInstanceOf(UnusableInputException.class);
  }

  private Api login(String user, String password) {
    var transport = transport();
    var realm = URI.create(base() + "/realm");
    return new Api(transport, base(), new PasswordLogin(transport, realm, user, password));
  }

  /// On a slow machine the first answer of all takes its time, and what is repeated is counted.
  private static Transport transport() {
    return new Transport(Duration.ofMinutes(1), Duration.ofMillis(1));
  }

  private URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void grant(HttpExchange exchange) throws IOException {
    var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    grants.incrementAndGet();
    boolean good =
        form.contains("username=ada")
            && form.contains("password=se%26cret")
            && form.contains("client_id=picturelock-cli");
    send(
        exchange,
        good ? 200 : 401,
        "{\"access_token\":\"t%d\",\"expires_in\":300}".formatted(grants.get()));
  }

  private void read(HttpExchange exchange) throws IOException {
    asked.incrementAndGet();
    boolean good =
        ("Bearer " + goodToken).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    send(exchange, good ? 200 : 401, "answer");
  }

  private void never(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 50);
    exchange.getResponseBody().write('a');
    exchange.getResponseBody().flush();
    try {
      over.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    try (exchange) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static HttpServer server() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
