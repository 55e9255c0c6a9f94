package dev.picturelock.provenance.rotation.http;

import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import dev.picturelock.provenance.rotation.RotateLog;
import dev.picturelock.provenance.rotation.RotateLog.Reason;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.UUID;

/// Changes the key of a title's log; for administrators.
@Authenticated
@Path("/v1/titles")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class RotationResource {
  private final RotateLog rotateLog;

  RotationResource(RotateLog rotateLog) {
    this.rotateLog = rotateLog;
  }

  /// - **reason** `SCHEDULED`, `KEY_COMPROMISED`, `END_LOST` or `KEY_LOST`
  public record RotationRequest(String reason) {
    Reason known() {
      return Arrays.stream(Reason.values())
          .filter(one -> one.name().equals(reason))
          .findFirst()
          .orElseThrow(() ->
              new ProblemException(
                  ProblemType.INVALID_BODY,
                  "reason: want one of "
                      + Arrays.toString(Reason.values())
                      + ", got '"
                      + reason
                      + "'"));
    }
  }

  /// - **log** number of the new log of the title
  public record RotationView(int log, String origin, String verifierKey, UUID eventId) {
    static RotationView of(RotateLog.Rotated rotated) {
      var next = rotated.next();
      return new RotationView(
          next.log().generation(), next.origin(), next.verifierKey(), rotated.event().id());
    }
  }

  @POST
  @Path("{title}/log/rotation")
  public RotationView rotate(@PathParam("title") String title, RotationRequest request) {
    return RotationView.of(rotateLog.handle(title, request.known()));
  }
}
