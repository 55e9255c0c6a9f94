package dev.picturelock.provenance;

import static dev.picturelock.provenance.LedgerApi.auditor;
import static dev.picturelock.provenance.LedgerApi.record;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.picturelock.provenance.ledger.anchoring.LogOfLogs;
import dev.picturelock.provenance.ledger.guard.Alarm;
import dev.picturelock.provenance.ledger.guard.Finding;
import dev.picturelock.provenance.ledger.guard.Scrubber;
import dev.picturelock.provenance.ledger.guard.Signing;
import dev.picturelock.testkit.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/// Every door at which a proof is handed out, and a ledger that does not prove it. A gate that was
/// shut stays shut, so this service is nobody else's.
@QuarkusTest
@ProvenanceSlice
@TestProfile(BrokenProofsSliceTest.OfItsOwn.class)
class BrokenProofsSliceTest {
  private static final String TITLE = "/v1/titles/broken";

  private final LogOfLogs logOfLogs;
  private final Signing signing;
  private final Scrubber scrubber;
  private final Superuser superuser;

  @Inject
  BrokenProofsSliceTest(
      LogOfLogs logOfLogs,
      Signing signing,
      Scrubber scrubber,
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String database) {
    this.logOfLogs = logOfLogs;
    this.signing = signing;
    this.scrubber = scrubber;
    this.superuser = new Superuser(database);
  }

  public static final class OfItsOwn implements QuarkusTestProfile {
    /// Nothing is anchored but when the test says so.
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("picturelock.log-of-logs.period", "1h");
    }
  }

  @Test
  void whatTheLedgerDoesNotProveStopsSigningAtWhicheverDoorItIsAskedFor() throws IOException {
    var events = new CutEvents("broken");
    var stunt = events.registered("stunt", "generated", List.of());
    record(events.opened(), stunt);
    var cut = imported();
    logOfLogs.anchorChanged(Duration.ZERO);
    assertThat(findings()).isEmpty();

    superuser.run(
        "UPDATE log_anchor SET checkpoint = replace(checkpoint, chr(10) || size, chr(10) || 7)"
            + " WHERE title_id = 'broken'");
    refuses("/log/anchor", "the log of logs commits to size 3");

    assertThat(signing.state())
        .isInstanceOfSatisfying(
            Signing.Stopped.class,
            stopped -> {
              assertThat(stopped.alarm().kind()).isEqualTo(Alarm.Kind.DAMAGED);
              assertThat(stopped.alarm().where())
                  .isEqualTo("title broken, log 1 (localhost/prov/broken): log_anchor size 3");
            });
    refuses("/events/" + stunt.id() + "/receipt?anchored", "the log of logs commits to size 3");
    assertThat(findings())
        .extracting(Finding::place)
        .containsExactly("title broken, log 1 (localhost/prov/broken): log_anchor size 3");

    superuser.run("DELETE FROM log_entry WHERE title_id = '.logs'");
    superuser.run(
        "UPDATE log_anchor SET checkpoint = replace(checkpoint, chr(10) || 7, chr(10) || size)"
            + " WHERE title_id = 'broken'");
    refuses("/log/anchor", "the log of logs commits to size 3");

    superuser.run(
        "UPDATE log_entry SET data = data || 'x'::bytea WHERE event_id = '" + stunt.id() + "'");
    refuses(cut + "/receipts", "entry 1 is in localhost/prov/broken");
    refuses("/events/" + stunt.id() + "/receipt", "entry 1 is in localhost/prov/broken");
    refuses("/events/" + stunt.id() + "/receipt?anchored", "entry 1 is in localhost/prov/broken");
  }

  /// What a full pass of the scrubber finds that begins now.
  private List<Finding> findings() {
    long asked = scrubber.request();
    await()
        .atMost(LedgerApi.PATIENCE)
        .until(() -> scrubber.last().filter(pass -> pass.number() >= asked).isPresent());
    return scrubber.last().orElseThrow().findings();
  }

  /// The caller is told what is not proven, and the operator's figure goes up by one.
  private static void refuses(String path, String claim) {
    double before = unverifiable();

    auditor("broken")
        .get(TITLE + path)
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:picturelock:problem:unavailable"))
        .body("detail", containsString(claim))
        .body("detail", containsString("full audit"));

    assertThat(unverifiable()).isEqualTo(before + 1);
  }

  private static double unverifiable() {
    return given()
        .get("/q/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith("picturelock_receipts_unverifiable_total "))
        .mapToDouble(line -> Double.parseDouble(line.split(" ", 2)[1]))
        .sum();
  }

  private static String imported() throws IOException {
    try (var file = BrokenProofsSliceTest.class.getResourceAsStream("every-verdict.otio")) {
      String cut =
          given()
              .auth()
              .oauth2(TestTokens.user("kim").title("broken", "production").token())
              .contentType("application/json")
              .body(Objects.requireNonNull(file, "every-verdict.otio").readAllBytes())
              .post(TITLE + "/cuts?name=reel")
              .then()
              .statusCode(201)
              .extract()
              .path("cut");
      return "/cuts/" + cut;
    }
  }
}
