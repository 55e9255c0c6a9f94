package dev.picturelock.provenance.ledger.http;

import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import dev.picturelock.provenance.ledger.log.Head;
import dev.picturelock.provenance.ledger.log.LogId;
import dev.picturelock.provenance.ledger.log.Logs;
import io.quarkus.security.Authenticated;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import org.jboss.resteasy.reactive.RestResponse;

/// The log of logs, for everybody with an account: it names no title.
@Authenticated
@Path(LogOfLogsResource.ADDRESS)
class LogOfLogsResource {
  static final String ADDRESS = "/v1/log";

  private final Logs logs;
  private final LogFiles files;

  LogOfLogsResource(Logs logs, LogFiles files) {
    this.logs = logs;
    this.files = files;
  }

  @GET
  @Path("checkpoint")
  @Produces("text/plain; charset=utf-8")
  public RestResponse<byte[]> checkpoint(@Context HttpServerRequest request) {
    return files.checkpoint(head(), FileRequest.below(ADDRESS, request));
  }

  @GET
  @Path("key")
  @Produces("text/plain; charset=utf-8")
  public RestResponse<byte[]> key(@Context HttpServerRequest request) {
    return files.key(head(), FileRequest.below(ADDRESS, request));
  }

  @GET
  @Path("tile/{path: .+}")
  @Produces("application/octet-stream")
  public RestResponse<byte[]> tile(@Context HttpServerRequest request) {
    return files.tile(head(), FileRequest.below(ADDRESS, request));
  }

  private Head head() {
    return logs.head(LogId.LOG_OF_LOGS)
        .orElseThrow(
            () -> new ProblemException(ProblemType.NOT_FOUND, "the log of logs has no entry yet"));
  }
}
