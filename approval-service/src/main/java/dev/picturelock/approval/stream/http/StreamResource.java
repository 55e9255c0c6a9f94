package dev.picturelock.approval.stream.http;

import dev.picturelock.approval.http.Inputs;
import dev.picturelock.approval.stream.FollowApprovals;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// What is said about a title, as it is said.
@Path("/v1")
@Authenticated
@Tag(name = "stream")
class StreamResource {
  private static final Duration LOOK = Duration.ofMillis(500);

  private final FollowApprovals followApprovals;
  private final JsonWebToken token;
  private final InstantSource clock;

  StreamResource(FollowApprovals followApprovals, JsonWebToken token, InstantSource clock) {
    this.followApprovals = followApprovals;
    this.token = token;
    this.clock = clock;
  }

  /// Starts after `Last-Event-ID`, or now. Ends when the token does: its holder may have lost the
  /// role, and a client reconnects with a new one without losing anything.
  @Operation(summary = "Everything this service says about a title, as Server-Sent Events")
  @APIResponse(
      responseCode = "200",
      description = "id: is the position, event: the event type, data: the event")
  @APIResponse(responseCode = "403", description = "No role in the title")
  @GET
  @Path("titles/{title}/approvals/stream")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Blocking
  public Multi<OutboundSseEvent> follow(
      @PathParam("title") String title,
      @HeaderParam("Last-Event-ID") @Nullable String lastSeen,
      @Context Sse sse) {
    long start = followApprovals.start(title, Inputs.position(lastSeen));
    var follower = new Follower(followApprovals, sse, clock, title, start);
    var end = Instant.ofEpochSecond(token.getExpirationTime());
    return Multi.createFrom()
        .ticks()
        .onExecutor(Infrastructure.getDefaultWorkerPool())
        .every(LOOK)
        .onOverflow()
        .drop()
        .select()
        .first(_ -> clock.instant().isBefore(end))
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .onItem()
        .transformToIterable(_ -> follower.next());
  }
}
