package dev.picturelock.provenance.rotation.http;

import dev.picturelock.provenance.ledger.log.LogId;
import dev.picturelock.provenance.rotation.RotateLog;
import dev.picturelock.provenance.rotation.http.RotationResource.RotationRequest;
import dev.picturelock.provenance.rotation.http.RotationResource.RotationView;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/// Changes the key of the log of logs; for administrators.
@Authenticated
@Path("/v1/log")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class LogOfLogsRotationResource {
  private final RotateLog rotateLog;

  LogOfLogsRotationResource(RotateLog rotateLog) {
    this.rotateLog = rotateLog;
  }

  @POST
  @Path("rotation")
  public RotationView rotate(RotationRequest request) {
    return RotationView.of(rotateLog.handle(LogId.LOG_OF_LOGS, request.known()));
  }
}
