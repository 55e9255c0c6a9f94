package dev.picturelock.provenance.ledger.http;

import dev.picturelock.provenance.ledger.guard.Guard;
import dev.picturelock.provenance.ledger.log.LogKeys;
import io.quarkus.security.Authenticated;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import org.jboss.resteasy.reactive.RestResponse;

/// The logs of a title: `log` is the one that grows, `logs` are all there ever were.
@Authenticated
@Path("/v1/titles")
class LogResource {
  private final TitleLogs logs;
  private final LogKeys keys;
  private final LogFiles files;
  private final Guard guard;

  LogResource(TitleLogs logs, LogKeys keys, LogFiles files, Guard guard) {
    this.logs = logs;
    this.keys = keys;
    this.files = files;
    this.guard = guard;
  }

  @GET
  @Path("{title}/log/checkpoint")
  @Produces("text/plain; charset=utf-8")
  public RestResponse<byte[]> checkpoint(
      @PathParam("title") String title, @Context HttpServerRequest request) {
    return files.checkpoint(logs.growing(title), FileRequest.below(address(title), request));
  }

  @GET
  @Path("{title}/log/key")
  @Produces("text/plain; charset=utf-8")
  public RestResponse<byte[]> key(
      @PathParam("title") String title, @Context HttpServerRequest request) {
    return files.key(logs.growing(title), FileRequest.below(address(title), request));
  }

  @GET
  @Path("{title}/log/tile/{path: .+}")
  @Produces("application/octet-stream")
  public RestResponse<byte[]> tile(
      @PathParam("title") String title, @Context HttpServerRequest request) {
    return files.tile(logs.growing(title), FileRequest.below(address(title), request));
  }

  /// All logs of the title with their verifier keys, oldest first. There are as many as its key was
  /// changed, plus one.
  @GET
  @Path("{title}/logs")
  @Produces("application/json")
  public LogList list(@PathParam("title") String title) {
    var heads = logs.all(title);
    heads.forEach(guard::release);
    return LogList.of(heads, keys);
  }

  @GET
  @Path("{title}/logs/{log}/checkpoint")
  @Produces("text/plain; charset=utf-8")
  public RestResponse<byte[]> checkpoint(
      @PathParam("title") String title,
      @PathParam("log") String log,
      @Context HttpServerRequest request) {
    return files.checkpoint(logs.one(title, log), FileRequest.below(address(title, log), request));
  }

  @GET
  @Path("{title}/logs/{log}/key")
  @Produces("text/plain; charset=utf-8")
  public RestResponse<byte[]> key(
      @PathParam("title") String title,
      @PathParam("log") String log,
      @Context HttpServerRequest request) {
    return files.key(logs.one(title, log), FileRequest.below(address(title, log), request));
  }

  @GET
  @Path("{title}/logs/{log}/tile/{path: .+}")
  @Produces("application/octet-stream")
  public RestResponse<byte[]> tile(
      @PathParam("title") String title,
      @PathParam("log") String log,
      @Context HttpServerRequest request) {
    return files.tile(logs.one(title, log), FileRequest.below(address(title, log), request));
  }

  private static String address(String title) {
    return "/v1/titles/" + title + "/log";
  }

  private static String address(String title, String log) {
    return "/v1/titles/" + title + "/logs/" + log;
  }
}
