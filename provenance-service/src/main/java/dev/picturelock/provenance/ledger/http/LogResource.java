package dev.picturelock.provenance.ledger.http;

import dev.picturelock.provenance.ledger.Head;
import dev.picturelock.provenance.ledger.LogKeys;
import dev.picturelock.provenance.ledger.guard.Guard;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.Base64;
import java.util.List;
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
  public RestResponse<String> checkpoint(@PathParam("title") String title) {
    return files.checkpoint(logs.growing(title));
  }

  @GET
  @Path("{title}/log/key")
  @Produces("text/plain; charset=utf-8")
  public String key(@PathParam("title") String title) {
    return files.key(logs.growing(title));
  }

  @GET
  @Path("{title}/log/tile/{path: .+}")
  @Produces("application/octet-stream")
  public RestResponse<byte[]> tile(
      @PathParam("title") String title, @PathParam("path") String path) {
    return files.tile(logs.growing(title), path);
  }

  /// All logs of the title with their verifier keys, oldest first. There are as many as its key was
  /// changed, plus one.
  @GET
  @Path("{title}/logs")
  @Produces("application/json")
  public LogList list(@PathParam("title") String title) {
    var heads = logs.all(title);
    guard.release(heads.getLast());
    return new LogList(heads.stream().map(head -> view(head, heads.getLast())).toList());
  }

  @GET
  @Path("{title}/logs/{log}/checkpoint")
  @Produces("text/plain; charset=utf-8")
  public RestResponse<String> checkpoint(
      @PathParam("title") String title, @PathParam("log") String log) {
    return files.checkpoint(logs.one(title, log));
  }

  @GET
  @Path("{title}/logs/{log}/key")
  @Produces("text/plain; charset=utf-8")
  public String key(@PathParam("title") String title, @PathParam("log") String log) {
    return files.key(logs.one(title, log));
  }

  @GET
  @Path("{title}/logs/{log}/tile/{path: .+}")
  @Produces("application/octet-stream")
  public RestResponse<byte[]> tile(
      @PathParam("title") String title,
      @PathParam("log") String log,
      @PathParam("path") String path) {
    return files.tile(logs.one(title, log), path);
  }

  private LogView view(Head head, Head growing) {
    return new LogView(
        head.log().generation(),
        head.origin(),
        keys.verifierKey(head).format(),
        head.size().value(),
        Base64.getEncoder().encodeToString(head.root().toBytes()),
        head.first(),
        !head.equals(growing));
  }

  public record LogList(List<LogView> items) {}

  /// - **log** its number, from 1
  /// - **root** base64, as in the checkpoint
  /// - **first** entries of the logs before it: its entry 0 is at this position of the title
  public record LogView(
      int log,
      String origin,
      String verifierKey,
      long size,
      String root,
      long first,
      boolean frozen) {}
}
