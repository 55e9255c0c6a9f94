package dev.picturelock.endtoend;

import static dev.picturelock.endtoend.Account.CAMPAIGN_CREW;
import static dev.picturelock.endtoend.Service.APPROVAL;

import dev.picturelock.endtoend.Promises.Promise;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// People who put consents on file and decide on reviews while everything breaks around them.
///
/// What was not answered is not repeated, as a person would look first: it may be there or not.
final class Crew implements AutoCloseable {

  private static final Set<Integer> LATER = Set.of(429, 503);
  private static final int DONE_ALREADY = 409;
  private static final long PACE_MILLIS = 700;
  private static final String CONSENT =
      """
      {"type": "CONSENT_REPLICA_USE", "person": "performer:kim", "signer": "performer:kim",
       "signerRole": "performer", "form": "separate_signed", "validFrom": "2026-01-01"}
      """;
  private static final String DECISION =
      """
      {"decision": "REFUSED", "statement": "Not with this crowd."}
      """;

  private final Api api;
  private final List<String> titles;
  private final Promises promises;
  private final SplittableRandom random;
  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
  private volatile boolean working;

  Crew(Api api, List<String> titles, Promises promises, long seed) {
    this.api = api;
    this.titles = titles;
    this.promises = promises;
    this.random = new SplittableRandom(seed);
    var _ =
        thread.scheduleWithFixedDelay(this::act, PACE_MILLIS, PACE_MILLIS, TimeUnit.MILLISECONDS);
  }

  void work() {
    working = true;
  }

  void rest() {
    working = false;
  }

  @Override
  public void close() {
    working = false;
    thread.shutdownNow();
  }

  private void act() {
    if (!working) {
      return;
    }
    var title = titles.get(random.nextInt(titles.size()));
    try {
      if (random.nextBoolean()) {
        take(title, post("/v1/titles/%s/consents".formatted(title), CONSENT));
      } else {
        decide(title);
      }
    } catch (UncheckedIOException _) {
      // nobody answered
    } catch (RuntimeException | AssertionError e) {
      if (working) {
        promises.surprise("crew: " + e);
      }
    }
  }

  private void decide(String title) {
    var open = "/v1/titles/%s/reviews?status=open&role=contact&limit=1".formatted(title);
    var answer = api.get(CAMPAIGN_CREW, APPROVAL, open);
    if (LATER.contains(answer.status())) {
      return;
    }
    for (var review : answer.expect(200).json().path("items")) {
      var path = "/v1/reviews/%s/decision".formatted(review.path("review").asText());
      take(title, post(path, DECISION));
    }
  }

  private Answer post(String path, String body) {
    return api.post(CAMPAIGN_CREW, APPROVAL, path, body);
  }

  private void take(String title, Answer answer) {
    if (answer.status() != DONE_ALREADY && !LATER.contains(answer.status())) {
      promises.add(new Promise(title, answer.expectSuccess().eventId(), ""));
    }
  }
}
