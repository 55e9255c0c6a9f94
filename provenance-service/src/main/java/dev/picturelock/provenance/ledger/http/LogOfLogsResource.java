package dev.picturelock.provenance.ledger.http;

import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import dev.picturelock.provenance.ledger.Head;
import dev.picturelock.provenance.ledger.LogId;
import dev.picturelock.provenance.ledger.Logs;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.jboss.resteasy.reactive.RestResponse;

/// The log of logs, for everybody with an account: it names no title.
@Authenticated
@Path("/v1/log")
class LogOfLogsResource {
  private final Logs logs;
  private final LogFiles files;

  LogOfLogsResource(Logs logs, LogFiles files) {
    this.logs = logs;
    this.files = files;
  }

  @GET
  @Path("checkpoint")
  @Produces("text/plain; charset=utf-8")
  public RestResponse<String> checkpoint() {
    return files.checkpoint(head());
  }

  @GET
  @Path("key")
  @Produces("text/plain; charset=utf-8")
  public String key() {
    return files.key(head());
  }

  @GET
  @Path("tile/{path: .+}")
  @Produces("application/octet-stream")
  public RestResponse<byte[]> tile(@PathParam("path") String path) {
    return files.tile(head(), path);
  }

  private Head head() {
    return logs.head(LogId.LOG_OF_LOGS)
        .orElseThrow(
            () -> new ProblemException(ProblemType.NOT_FOUND, "the log of logs has no entry yet"));
  }
}
