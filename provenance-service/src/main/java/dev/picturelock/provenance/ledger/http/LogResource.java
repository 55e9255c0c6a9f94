package dev.picturelock.provenance.ledger.http;

import dev.picturelock.kit.access.Caller;
import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import dev.picturelock.provenance.ledger.Head;
import dev.picturelock.provenance.ledger.LogKeys;
import dev.picturelock.provenance.ledger.Logs;
import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.tile.EntryBundle;
import dev.picturelock.tlog.tile.EntryTile;
import dev.picturelock.tlog.tile.HashTile;
import dev.picturelock.tlog.tile.TilePath;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.Arrays;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/// A title's log as c2sp.org/tlog-tiles wants it: checkpoint, hash tiles, entry bundles.
@Authenticated
@Path("/v1/titles")
class LogResource {
  private static final String IMMUTABLE = "private, max-age=31536000, immutable";

  private final Logs logs;
  private final LogKeys keys;
  private final Caller caller;

  LogResource(Logs logs, LogKeys keys, Caller caller) {
    this.logs = logs;
    this.keys = keys;
    this.caller = caller;
  }

  @GET
  @Path("{title}/log/checkpoint")
  @Produces("text/plain; charset=utf-8")
  public RestResponse<String> checkpoint(@PathParam("title") String title) {
    return ResponseBuilder.ok(head(title).checkpoint()).header("Cache-Control", "no-store").build();
  }

  @GET
  @Path("{title}/log/key")
  @Produces("text/plain; charset=utf-8")
  public String key(@PathParam("title") String title) {
    head(title);
    return keys.signer(title).verifierKey().format() + "\n";
  }

  @GET
  @Path("{title}/log/tile/{path: .+}")
  @Produces("application/octet-stream")
  public RestResponse<byte[]> tile(
      @PathParam("title") String title, @PathParam("path") String path) {
    var head = head(title);
    var bytes =
        switch (parse("tile/" + path)) {
          case HashTile tile when tile.existsAt(head.size()) -> hashes(title, tile);
          case EntryTile bundle when bundle.existsAt(head.size()) -> bundle(title, bundle);
          case HashTile _, EntryTile _ -> throw notInLog(path);
        };
    return ResponseBuilder.ok(bytes).header("Cache-Control", IMMUTABLE).build();
  }

  private byte[] hashes(String title, HashTile tile) {
    var row = logs.tile(title, tile.level(), tile.n());
    if (row == null) {
      throw notInLog(tile.path());
    }
    // Every partial width is a prefix of the row.
    return Arrays.copyOf(row, tile.width() * Hash.BYTES);
  }

  private byte[] bundle(String title, EntryTile bundle) {
    long first = bundle.first().value();
    return EntryBundle.encode(logs.entries(title, first, first + bundle.width()));
  }

  private Head head(String title) {
    caller.requireReader(title);
    return logs.head(title)
        .orElseThrow(() ->
            new ProblemException(ProblemType.NOT_FOUND, "title '" + title + "' has no log yet"));
  }

  private static TilePath parse(String path) {
    try {
      return TilePath.parse(path);
    } catch (MalformedException notCanonical) {
      throw notInLog(path);
    }
  }

  private static ProblemException notInLog(String path) {
    return new ProblemException(
        ProblemType.NOT_FOUND, "the log has no '" + path + "' (or not in this spelling)");
  }
}
