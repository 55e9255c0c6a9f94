package dev.picturelock.provenance.ledger.http;

import dev.picturelock.kit.access.Caller;
import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import dev.picturelock.provenance.ledger.Receipts;
import dev.picturelock.provenance.ledger.anchoring.AnchorProofs;
import dev.picturelock.provenance.ledger.guard.Guard;
import dev.picturelock.provenance.ledger.log.Entries;
import dev.picturelock.provenance.ledger.log.Logs;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/// The entries of a title's log by event id: their exact bytes and their receipts.
///
/// `?wait=5s` (at most 30s) waits until the event is in the log; without it the answer is 404 until
/// then. `?anchored` asks for a receipt under a checkpoint that the log of logs commits to.
@Authenticated
@Path("/v1/titles")
class EventResource {
  private final Logs logs;
  private final Entries entries;
  private final Guard guard;
  private final Receipts receipts;
  private final AnchorProofs anchors;
  private final Waiting waiting;
  private final Caller caller;

  EventResource(
      Logs logs,
      Entries entries,
      Guard guard,
      Receipts receipts,
      AnchorProofs anchors,
      Waiting waiting,
      Caller caller) {
    this.logs = logs;
    this.entries = entries;
    this.guard = guard;
    this.receipts = receipts;
    this.anchors = anchors;
    this.waiting = waiting;
    this.caller = caller;
  }

  @GET
  @RunOnVirtualThread
  @Path("{title}/events/{event}")
  @Produces("application/json")
  public RestResponse<byte[]> event(
      @PathParam("title") String title,
      @PathParam("event") String event,
      @QueryParam("wait") @Nullable String wait) {
    caller.requireReader(title);
    var id = id(event);
    var entry =
        found(
            notInLog(title, event),
            waiting.forEvent(wait, title, id, () -> entries.find(title, id)));
    // The answer names the entry's place, and so a size of the log.
    logs.headOf(title, entry.position()).ifPresent(guard::release);
    return ResponseBuilder.ok(entry.data())
        .header("Cache-Control", "private, max-age=31536000, immutable")
        .header("Picturelock-Position", entry.position())
        .build();
  }

  @GET
  @RunOnVirtualThread
  @Path("{title}/events/{event}/receipt")
  @Produces("text/plain; charset=utf-8")
  public RestResponse<byte[]> receipt(
      @PathParam("title") String title,
      @PathParam("event") String event,
      @QueryParam("wait") @Nullable String wait,
      @Context UriInfo uri) {
    caller.requireReader(title);
    var id = id(event);
    // a parameter without a value, which is no value to bind
    boolean anchored = uri.getQueryParameters().containsKey("anchored");
    var receipt =
        anchored
            ? found(
                "the log of logs does not have event '" + event + "' of '" + title + "'",
                waiting.await(wait, () -> anchors.receipt(title, id)))
            : found(
                notInLog(title, event),
                waiting.forEvent(wait, title, id, () -> receipts.find(title, id)));
    return ResponseBuilder.ok(receipt.toBytes()).header("Cache-Control", "no-store").build();
  }

  private static <T> T found(String missing, Optional<T> found) {
    return found.orElseThrow(() ->
        new ProblemException(ProblemType.NOT_FOUND, missing + " (yet; ?wait=5s waits for it)"));
  }

  private static String notInLog(String title, String event) {
    return "event '" + event + "' is not in the log of '" + title + "'";
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
