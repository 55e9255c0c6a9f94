package dev.picturelock.provenance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import dev.picturelock.kit.answer.Answers;
import dev.picturelock.testkit.BrokerResource;
import dev.picturelock.testkit.PostgresResource;
import dev.picturelock.testkit.SecretsResource;
import dev.picturelock.testkit.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What is held for an answer is held until its last byte has left, or its caller.
@QuarkusTest
@Tag("slice")
@QuarkusTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "role", value = "provenance"))
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SecretsResource.class)
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

  @BeforeEach
  void nothingIsHeld() {
    assertThat(HELD).hasValue(0);
    BEGUN.set(0);
  }

  @Test
  void whoReadsToTheEndHoldsNothing() {
    assertThat(given().get("/long-answer").asByteArray()).hasSize(64 << 20);

    await().untilAtomic(HELD, is(0));
  }

  @Test
  void whoAsksForTheHeadOnlyHoldsNothing() {
    given().head("/long-answer").then().statusCode(200);

    await().untilAtomic(HELD, is(0));
    assertThat(BEGUN).hasValue(1);
  }

  @Test
  void whoDoesNotReadHoldsItUntilHeIsGone() throws IOException {
    try (var caller = new Socket("localhost", RestAssured.port)) {
      caller
          .getOutputStream()
          .write("GET /long-answer HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(
              StandardCharsets.US_ASCII));
      assertThat(caller.getInputStream().read()).isEqualTo('H');

      assertThat(HELD).hasValue(1);
    }

    await().untilAtomic(HELD, is(0));
  }
}
