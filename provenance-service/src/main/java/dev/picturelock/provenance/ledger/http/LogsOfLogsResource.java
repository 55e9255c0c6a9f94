package dev.picturelock.provenance.ledger.http;

import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import dev.picturelock.provenance.ledger.guard.Guard;
import dev.picturelock.provenance.ledger.log.Head;
import dev.picturelock.provenance.ledger.log.LogId;
import dev.picturelock.provenance.ledger.log.LogKeys;
import dev.picturelock.provenance.ledger.log.Logs;
import io.quarkus.security.Authenticated;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import org.jboss.resteasy.reactive.RestResponse;

/// The log of logs and those that it followed when its key was changed, as a title's logs are
/// listed.
@Authenticated
@Path(LogsOfLogsResource.ADDRESS)
class LogsOfLogsResource {
  static final String ADDRESS = "/v1/logs";

  private final Logs logs;
  private final LogKeys keys;
  private final Guard guard;
  private final LogFiles files;

  LogsOfLogsResource(Logs logs, LogKeys keys, Guard guard, LogFiles files) {
    this.logs = logs;
    this.keys = keys;
    this.guard = guard;
    this.files = files;
  }

  @GET
  @Produces("application/json")
  public LogList list() {
    var heads = logs.heads(LogId.LOG_OF_LOGS);
    if (heads.isEmpty()) {
      throw none();
    }
    heads.forEach(guard::release);
    return LogList.of(heads, keys);
  }

  @GET
  @Path("{log}/checkpoint")
  @Produces("text/plain; charset=utf-8")
  public RestResponse<byte[]> checkpoint(
      @PathParam("log") String log, @Context HttpServerRequest request) {
    return files.checkpoint(one(log), below(log, request));
  }

  @GET
  @Path("{log}/key")
  @Produces("text/plain; charset=utf-8")
  public RestResponse<byte[]> key(
      @PathParam("log") String log, @Context HttpServerRequest request) {
    return files.key(one(log), below(log, request));
  }

  @GET
  @Path("{log}/tile/{path: .+}")
  @Produces("application/octet-stream")
  public RestResponse<byte[]> tile(
      @PathParam("log") String log, @Context HttpServerRequest request) {
    return files.tile(one(log), below(log, request));
  }

  private static FileRequest below(String log, HttpServerRequest request) {
    return FileRequest.below(ADDRESS + "/" + log, request);
  }

  private Head one(String log) {
    return TitleLogs.numbered(logs.heads(LogId.LOG_OF_LOGS), log)
        .orElseThrow(LogsOfLogsResource::none);
  }

  private static ProblemException none() {
    return new ProblemException(ProblemType.NOT_FOUND, "there is no such log of logs");
  }
}
