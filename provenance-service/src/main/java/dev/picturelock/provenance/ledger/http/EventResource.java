package dev.picturelock.provenance.ledger.http;

import dev.picturelock.kit.access.Caller;
import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import dev.picturelock.provenance.ledger.Commits;
import dev.picturelock.provenance.ledger.Logs;
import dev.picturelock.provenance.ledger.Receipts;
import dev.picturelock.provenance.ledger.guard.Guard;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/// The entries of a title's log by event id: their exact bytes and their receipts.
///
/// `?wait=5s` (at most 30s) waits until the event is in the log; without it the answer is 404 until
/// then.
@Authenticated
@Path("/v1/titles")
class EventResource {
  private static final Pattern WAIT = Pattern.compile("(\\d{1,2})s");
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private static final int MOST_WAITERS = 64;

  private final Semaphore waiters = new Semaphore(MOST_WAITERS);
  private final Logs logs;
  private final Guard guard;
  private final Receipts receipts;
  private final Commits commits;
  private final Caller caller;

  EventResource(Logs logs, Guard guard, Receipts receipts, Commits commits, Caller caller) {
    this.logs = logs;
    this.guard = guard;
    this.receipts = receipts;
    this.commits = commits;
    this.caller = caller;
  }

  @GET
  @Path("{title}/events/{event}")
  @Produces("application/json")
  public RestResponse<byte[]> event(
      @PathParam("title") String title,
      @PathParam("event") String event,
      @QueryParam("wait") @Nullable String wait) {
    caller.requireReader(title);
    var id = id(event);
    var entry = found(title, event, wait, () -> logs.findEntry(title, id));
    // The answer names the entry's place, and so a size of the log.
    logs.headOf(title, entry.position()).ifPresent(guard::release);
    return ResponseBuilder.ok(entry.data())
        .header("Cache-Control", "private, max-age=31536000, immutable")
        .header("Picturelock-Position", entry.position())
        .build();
  }

  @GET
  @Path("{title}/events/{event}/receipt")
  @Produces("text/plain; charset=utf-8")
  public RestResponse<byte[]> receipt(
      @PathParam("title") String title,
      @PathParam("event") String event,
      @QueryParam("wait") @Nullable String wait) {
    caller.requireReader(title);
    var id = id(event);
    var receipt = found(title, event, wait, () -> receipts.find(title, id));
    return ResponseBuilder.ok(receipt.toBytes()).header("Cache-Control", "no-store").build();
  }

  private <T> T found(
      String title, String event, @Nullable String wait, Supplier<Optional<T>> lookup) {
    return awaited(lookup, patience(wait))
        .orElseThrow(() ->
            new ProblemException(
                ProblemType.NOT_FOUND,
                "event '"
                    + event
                    + "' is not in the log of '"
                    + title
                    + "' (yet; ?wait=5s waits for it)"));
  }

  /// Waiting holds a thread, so only some may.
  private <T> Optional<T> awaited(Supplier<Optional<T>> lookup, Duration patience) {
    if (patience.isZero()) {
      return lookup.get();
    }
    if (!waiters.tryAcquire()) {
      throw new ProblemException(
          ProblemType.TOO_MANY_REQUESTS, "too many are waiting already; ask again without wait");
    }
    try {
      return commits.await(lookup, patience);
    } finally {
      waiters.release();
    }
  }

  private static Duration patience(@Nullable String wait) {
    if (wait == null) {
      return Duration.ZERO;
    }
    var matcher = WAIT.matcher(wait);
    if (!matcher.matches()) {
      throw new ProblemException(
          ProblemType.INVALID_PARAMETER, "wait: want seconds such as 5s, got '" + wait + "'");
    }
    var asked = Duration.ofSeconds(Long.parseLong(matcher.group(1)));
    return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
  }

  private static UUID id(String event) {
    try {
      var id = UUID.fromString(event);
      if (id.toString().equals(event)) {
        return id;
      }
    } catch (IllegalArgumentException notAnId) {
      // answered below
    }
    throw new ProblemException(
        ProblemType.INVALID_PARAMETER, "event id: want a UUID in lower case, got '" + event + "'");
  }
}
