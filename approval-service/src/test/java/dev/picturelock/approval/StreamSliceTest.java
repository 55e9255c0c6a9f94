package dev.picturelock.approval;

import static dev.picturelock.approval.Outside.as;
import static dev.picturelock.approval.Outside.awaitEvents;
import static dev.picturelock.approval.Outside.awaitStatus;
import static dev.picturelock.approval.Outside.classify;
import static dev.picturelock.approval.Outside.decide;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.picturelock.contracts.event.RiskTier;
import dev.picturelock.kit.event.EventCodec;
import dev.picturelock.testkit.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@ApprovalSlice
class StreamSliceTest {
  private final List<String> lines = new CopyOnWriteArrayList<>();

  @Test
  void aDashboardMissesAndRepeatsNothingWhenItComesBack() {
    var title = "stream";
    var cases = new Classifications(title);
    var first = cases.asset("a1", "u", "a", List.of(), RiskTier.CAUTION, "WRITTEN_APPROVAL");
    var second = cases.asset("a2", "u", "a", List.of(), RiskTier.CAUTION, "WRITTEN_APPROVAL");
    classify(first);
    awaitStatus(title, first, "OPEN");

    follow(title, "auditor", "0");
    awaitLines("id:1");
    classify(second);
    awaitLines("id:1", "id:2");
    decide(title, first, "REFUSED", "").statusCode(200);
    awaitLines("id:1", "id:2", "id:3");

    assertThat(starting("event:"))
        .containsExactly(
            "event:picturelock.review.opened.v1",
            "event:picturelock.review.opened.v1",
            "event:picturelock.approval.refused.v1");
    assertThat(starting("data:").getFirst())
        .isEqualTo(
            "data:"
                + new String(
                    EventCodec.encode(awaitEvents(title, 3).getFirst()), StandardCharsets.UTF_8));
    lines.clear();
    follow(title, "auditor", "2");
    awaitLines("id:3");
  }

  @Test
  void aQuietStreamIsKeptOpenByComments() {
    follow("quiet", "auditor", null);

    await().atMost(Outside.PATIENCE).until(() -> !starting(":").isEmpty());
  }

  @Test
  void onlyMembersOfTheTitleMayFollow() {
    as("elsewhere", "contact")
        .get("/v1/titles/stream/approvals/stream")
        .then()
        .statusCode(403)
        .contentType("application/problem+json");
    as("stream", "contact")
        .header("Last-Event-ID", "x")
        .get("/v1/titles/stream/approvals/stream")
        .then()
        .statusCode(400);
  }

  private void follow(String title, String role, @Nullable String lastSeen) {
    var request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:"
                        + RestAssured.port
                        + "/v1/titles/"
                        + title
                        + "/approvals/stream"))
            .header("Authorization", "Bearer " + TestTokens.user(role).title(title, role).token());
    if (lastSeen != null) {
      request.header("Last-Event-ID", lastSeen);
    }
    var client = HttpClient.newHttpClient();
    var _ =
        client
            .sendAsync(request.build(), HttpResponse.BodyHandlers.ofLines())
            .thenAccept(response -> response.body().forEach(lines::add));
  }

  private void awaitLines(String... ids) {
    await().atMost(Outside.PATIENCE).until(() -> starting("id:").equals(List.of(ids)));
  }

  private List<String> starting(String prefix) {
    return lines.stream().filter(line -> line.startsWith(prefix)).toList();
  }
}
