package dev.picturelock.provenance.conflict.http;

import dev.picturelock.kit.access.Caller;
import dev.picturelock.kit.page.Cursor;
import dev.picturelock.kit.page.Page;
import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import dev.picturelock.provenance.conflict.Conflict;
import dev.picturelock.provenance.conflict.Conflicts;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The conflicts that a title's log states; each is an entry with a receipt like any other.
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/titles")
class ConflictResource {
  private static final long BEFORE_ALL = -1;

  private final Conflicts conflicts;
  private final Caller caller;

  ConflictResource(Conflicts conflicts, Caller caller) {
    this.conflicts = conflicts;
    this.caller = caller;
  }

  /// - **id** event that states the conflict, at **position** of the log
  /// - **at** time the later event claims
  public record View(
      UUID id,
      long position,
      Instant at,
      UUID event,
      String laterSha256,
      @Nullable String loggedLeafHash,
      String topic,
      int partition,
      long offset) {
    static View of(Conflict conflict) {
      var found = conflict.found();
      return new View(
          conflict.id(),
          conflict.position(),
          conflict.at(),
          found.event(),
          found.laterSha256(),
          found.loggedLeafHash(),
          found.topic(),
          found.partition(),
          found.offset());
    }
  }

  @GET
  @Path("{title}/log/conflicts")
  public Page<View> list(
      @PathParam("title") String title,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable String limit) {
    caller.requireReader(title);
    int size = Page.limit(limit);
    var found = conflicts.list(title, position(Cursor.decode(cursor)), size + 1);
    return Page.of(found, size, conflict -> Long.toString(conflict.position())).map(View::of);
  }

  private static long position(String key) {
    try {
      return key.isEmpty() ? BEFORE_ALL : Long.parseLong(key);
    } catch (NumberFormatException notOurs) {
      throw new ProblemException(
          ProblemType.INVALID_PARAMETER,
          "cursor: take it unchanged from 'next' of the page before");
    }
  }
}
