package dev.picturelock.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StepRunnerTest {

  private final List<String> received = Collections.synchronizedList(new ArrayList<>());
  private final List<Reply> replies = Collections.synchronizedList(new ArrayList<>());
  private HttpServer server;
  private Web web;
  private Variables variables;
  private StepRunner runner;

  private record Reply(int status, String body) {}

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::reply);
    server.start();
    var address = "http://127.0.0.1:" + server.getAddress().getPort();
    web = new Web(address);
    variables = new Variables(Map.of("approval", address), account -> "token-of-" + account);
    runner = new StepRunner(Path.of("."), variables, web);
  }

  @AfterEach
  void stop() {
    web.close();
    server.stop(0);
  }

  @Test
  void keepsWhatTheAnswerSaysForLaterSteps() throws InterruptedException {
    replies.add(new Reply(201, "{\"consent\": \"c1\"}"));
    replies.add(new Reply(200, "{}"));

    runner.run(step("# @keep consent = /consent\nPOST {{approval}}/consents"));
    runner.run(step("POST {{approval}}/consents/{{consent}}/revocation"));

    assertThat(received)
        .containsExactly(
            "POST /consents Bearer token-of-LEGAL",
            "POST /consents/c1/revocation Bearer token-of-LEGAL");
  }

  @Test
  void repeatsAStepThatWaitsUntilEverythingHolds() throws InterruptedException {
    replies.add(new Reply(404, "{}"));
    replies.add(new Reply(200, "{\"tier\": null}"));
    replies.add(new Reply(200, "{\"tier\": \"LOW\"}"));

    runner.run(step("# @wait\n# @check /tier = LOW\nGET {{approval}}/asset"));

    assertThat(received).hasSize(3);
  }

  @Test
  void sendsNothingWhereAConditionDoesNotHold() throws InterruptedException {
    variables.keep("status", "APPROVED");

    runner.run(step("# @only-if status = OPEN\nPOST {{approval}}/decision"));

    assertThat(received).isEmpty();
  }

  @Test
  void saysWhichStepFailedAndWhatTheProblemDocumentSays() {
    replies.add(new Reply(403, "{\"detail\": \"somebody else must decide\"}"));

    assertThatThrownBy(() -> runner.run(step("POST {{approval}}/decision")))
        .isInstanceOf(StepFailedException.class)
        .hasMessageContaining("Doing it")
        .hasMessageContaining("x.http:2")
        .hasMessageContaining("/decision as legal")
        .hasMessageContaining("403 somebody else must decide");
  }

  private void reply(HttpExchange exchange) throws IOException {
    received.add(
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestURI()
            + " "
            + exchange.getRequestHeaders().getFirst("Authorization"));
    var reply = replies.removeFirst();
    var body = reply.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(reply.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static Step step(String request) {
    var text = "# A chapter\n### Doing it\n" + request + "\nAuthorization: Bearer {{legal}}";
    return Chapter.parse("x.http", text.lines().toList()).steps().getFirst();
  }
}
