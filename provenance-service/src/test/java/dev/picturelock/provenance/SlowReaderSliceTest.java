package dev.picturelock.provenance;

import static dev.picturelock.provenance.LedgerApi.PATIENCE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import dev.picturelock.kit.answer.Answers;
import dev.picturelock.provenance.ledger.Ledger;
import dev.picturelock.provenance.ledger.log.Entry;
import dev.picturelock.testkit.TestTokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is held for an answer is held until its last byte has left, or its caller.
@QuarkusTest
@ProvenanceSlice
class SlowReaderSliceTest {
  private static final AtomicInteger HELD = new AtomicInteger();
  private static final AtomicInteger BEGUN = new AtomicInteger();

  /// An answer that does not fit into what lies between the two ends.
  @Path("/long-answer")
  public static final class LongAnswer {
    private final Answers answers;

    LongAnswer(Answers answers) {
      this.answers = answers;
    }

    @GET
    @Operation(hidden = true)
    public StreamingOutput get() {
      HELD.incrementAndGet();
      BEGUN.incrementAndGet();
      answers.whenOver(HELD::decrementAndGet);
      return output -> {
        for (int megabytes = 0; megabytes < 64; megabytes++) {
          output.write(new byte[1 << 20]);
        }
      };
    }
  }

  private final Ledger ledger;

  @Inject
  SlowReaderSliceTest(Ledger ledger) {
    this.ledger = ledger;
  }

  @BeforeEach
  void nothingIsHeld() {
    assertThat(HELD).hasValue(0);
    BEGUN.set(0);
  }

  @Test
  void whoReadsToTheEndHoldsNothing() {
    assertThat(given().get("/long-answer").asByteArray()).hasSize(64 << 20);

    await().atMost(PATIENCE).untilAtomic(HELD, is(0));
  }

  @Test
  void whoAsksForTheHeadOnlyHoldsNothing() {
    given().head("/long-answer").then().statusCode(200);

    await().atMost(PATIENCE).untilAtomic(HELD, is(0));
    assertThat(BEGUN).hasValue(1);
  }

  @Test
  void whoDoesNotReadHoldsItUntilHeIsGone() throws IOException {
    try (var _ = beginning("/long-answer", "")) {
      assertThat(HELD).hasValue(1);
    }

    await().atMost(PATIENCE).untilAtomic(HELD, is(0));
  }

  @Test
  void whoDoesNotReadBundlesKeepsNobodyElseFromThem() throws IOException {
    QuarkusTransaction.requiringNew().run(() -> ledger.append("slow", large()));
    var bundle = "/v1/titles/slow/log/tile/entries/000";
    var authorization = "Authorization: Bearer " + token("slowly") + "\r\n";

    try (var _ = beginning(bundle, authorization);
        var _ = beginning(bundle, authorization)) {
      assertThat(statusOf(bundle, "slowly")).isEqualTo(429);
      assertThat(statusOf(bundle, "quickly")).isEqualTo(200);
    }

    await().atMost(PATIENCE).until(() -> statusOf(bundle, "slowly") == 200);
  }

  /// A whole bundle of entries as large as there can be.
  private static List<Entry> large() {
    return IntStream.range(0, 256)
        .mapToObj(i -> {
          var id = new UUID(7, i);
          var event = "{\"id\":\"%s\",\"filler\":\"%s\"}".formatted(id, "x".repeat(65_400));
          return new Entry(id, event.getBytes(StandardCharsets.UTF_8));
        })
        .toList();
  }

  private static int statusOf(String path, String account) {
    return given().auth().oauth2(token(account)).get(path).statusCode();
  }

  private static String token(String account) {
    return TestTokens.user(account).title("slow", "auditor").token();
  }

  /// A caller who has read the first byte of the answer and reads no further.
  private static Socket beginning(String path, String header) throws IOException {
    var caller = new Socket("localhost", RestAssured.port);
    caller
        .getOutputStream()
        .write(
            "GET %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n"
                .formatted(path, header)
                .getBytes(StandardCharsets.US_ASCII));
    assertThat(caller.getInputStream().read()).isEqualTo('H');
    return caller;
  }
}
