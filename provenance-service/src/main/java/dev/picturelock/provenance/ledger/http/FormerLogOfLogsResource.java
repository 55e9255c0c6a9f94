package dev.picturelock.provenance.ledger.http;

import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import dev.picturelock.provenance.ledger.Head;
import dev.picturelock.provenance.ledger.LogId;
import dev.picturelock.provenance.ledger.Logs;
import io.quarkus.security.Authenticated;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import org.jboss.resteasy.reactive.RestResponse;

/// All logs of logs there ever were, by number: one ends where its key is changed, and who looks
/// for a fork needs all entries.
@Authenticated
@Path("/v1/logs/{log}")
class FormerLogOfLogsResource {
  private final Logs logs;
  private final LogFiles files;

  FormerLogOfLogsResource(Logs logs, LogFiles files) {
    this.logs = logs;
    this.files = files;
  }

  @GET
  @Path("checkpoint")
  @Produces("text/plain; charset=utf-8")
  public RestResponse<byte[]> checkpoint(
      @PathParam("log") String log, @Context HttpServerRequest request) {
    return files.checkpoint(one(log), asked(log, request));
  }

  @GET
  @Path("key")
  @Produces("text/plain; charset=utf-8")
  public RestResponse<byte[]> key(
      @PathParam("log") String log, @Context HttpServerRequest request) {
    return files.key(one(log), asked(log, request));
  }

  @GET
  @Path("tile/{path: .+}")
  @Produces("application/octet-stream")
  public RestResponse<byte[]> tile(
      @PathParam("log") String log, @Context HttpServerRequest request) {
    return files.tile(one(log), asked(log, request));
  }

  private static FileRequest asked(String log, HttpServerRequest request) {
    return FileRequest.below("/v1/logs/" + log, request);
  }

  private Head one(String log) {
    return TitleLogs.numbered(logs.heads(LogId.LOG_OF_LOGS), log)
        .orElseThrow(
            () -> new ProblemException(ProblemType.NOT_FOUND, "there is no log of logs " + log));
  }
}
