package dev.picturelock.provenance.ledger.http;

import dev.picturelock.kit.access.Caller;
import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import dev.picturelock.provenance.ledger.Head;
import dev.picturelock.provenance.ledger.LogKeys;
import dev.picturelock.provenance.ledger.Logs;
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
  private final Logs logs;
  private final LogKeys keys;
  private final LogFiles files;
  private final Guard guard;
  private final Caller caller;

  LogResource(Logs logs, LogKeys keys, LogFiles files, Guard guard, Caller caller) {
    this.logs = logs;
    this.keys = keys;
    this.files = files;
    this.guard = guard;
    this.caller = caller;
  }

  @GET
  @Path("{title}/log/checkpoint")
  @Produces("text/plain; charset=utf-8")
  public RestResponse<String> checkpoint(@PathParam("title") String title) {
    return files.checkpoint(growing(title));
  }

  @GET
  @Path("{title}/log/key")
  @Produces("text/plain; charset=utf-8")
  public String key(@PathParam("title") String title) {
    return files.key(growing(title));
  }

  @GET
  @Path("{title}/log/tile/{path: .+}")
  @Produces("application/octet-stream")
  public RestResponse<byte[]> tile(
      @PathParam("title") String title, @PathParam("path") String path) {
    return files.tile(growing(title), path);
  }

  /// All logs of the title with their verifier keys, oldest first. There are as many as its key was
  /// changed, plus one.
  @GET
  @Path("{title}/logs")
  @Produces("application/json")
  public LogList list(@PathParam("title") String title) {
    caller.requireReader(title);
    var heads = logs.heads(title);
    if (heads.isEmpty()) {
      throw none(title);
    }
    guard.release(heads.getLast());
    return new LogList(heads.stream().map(head -> view(head, heads.getLast())).toList());
  }

  @GET
  @Path("{title}/logs/{log}/checkpoint")
  @Produces("text/plain; charset=utf-8")
  public RestResponse<String> checkpoint(
      @PathParam("title") String title, @PathParam("log") String log) {
    return files.checkpoint(one(title, log));
  }

  @GET
  @Path("{title}/logs/{log}/key")
  @Produces("text/plain; charset=utf-8")
  public String key(@PathParam("title") String title, @PathParam("log") String log) {
    return files.key(one(title, log));
  }

  @GET
  @Path("{title}/logs/{log}/tile/{path: .+}")
  @Produces("application/octet-stream")
  public RestResponse<byte[]> tile(
      @PathParam("title") String title,
      @PathParam("log") String log,
      @PathParam("path") String path) {
    return files.tile(one(title, log), path);
  }

  private Head growing(String title) {
    caller.requireReader(title);
    return logs.head(title).orElseThrow(() -> none(title));
  }

  private Head one(String title, String log) {
    caller.requireReader(title);
    return logs.heads(title).stream()
        .filter(head -> String.valueOf(head.log().generation()).equals(log))
        .findFirst()
        .orElseThrow(() ->
            new ProblemException(
                ProblemType.NOT_FOUND, "title '" + title + "' has no log '" + log + "'"));
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

  private static ProblemException none(String title) {
    return new ProblemException(ProblemType.NOT_FOUND, "title '" + title + "' has no log yet");
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
