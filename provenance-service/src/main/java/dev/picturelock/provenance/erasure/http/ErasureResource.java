package dev.picturelock.provenance.erasure.http;

import dev.picturelock.kit.problem.Problem.FieldError;
import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import dev.picturelock.provenance.erasure.EraseValues;
import dev.picturelock.provenance.erasure.EraseValues.Erased;
import dev.picturelock.provenance.erasure.Gone;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/// Erases values behind events. Repeating it is harmless: then nothing is left to erase.
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/titles")
class ErasureResource {
  private static final int LONGEST = 1_000;
  private static final int MOST_LISTED = 1_000;

  private final EraseValues erase;

  ErasureResource(EraseValues erase) {
    this.erase = erase;
  }

  /// - **eventId** says so in the ledger; absent when there was nothing to erase
  /// - **eventIds** all that say so, where one has no room for all
  /// - **erased** at most a thousand of them; the events list all
  record ErasureView(@Nullable UUID eventId, List<UUID> eventIds, int count, List<Gone> erased) {
    static ErasureView of(Erased done) {
      return new ErasureView(
          done.events().isEmpty() ? null : done.events().getFirst(),
          done.events(),
          done.gone().size(),
          done.gone().stream().limit(MOST_LISTED).toList());
    }
  }

  @POST
  @Path("{title}/erasures")
  public RestResponse<ErasureView> erase(@PathParam("title") String title, ErasureRequest asked) {
    var done = handle(title, asked);
    // accepted: the rows are gone, a key waits to be destroyed and will be
    return RestResponse.status(
        done.keysDestroyed() ? Status.OK : Status.ACCEPTED, ErasureView.of(done));
  }

  private Erased handle(String title, ErasureRequest asked) {
    var person = asked.person();
    var event = asked.event();
    if (person != null && event == null && asked.names().isEmpty()) {
      if (person.isBlank() || person.length() > LONGEST) {
        throw invalid("/person", "want 1 to " + LONGEST + " characters");
      }
      return erase.person(title, person, asked.ground());
    }
    if (person == null && event != null) {
      return erase.ofEvent(title, event, asked.names(), asked.ground());
    }
    throw invalid("", "want either person, or event with or without names");
  }

  private static ProblemException invalid(String pointer, String detail) {
    return new ProblemException(
        ProblemType.INVALID_BODY,
        (pointer.isEmpty() ? "the body" : pointer) + ": " + detail,
        new FieldError(pointer, detail, null, List.of()));
  }
}
