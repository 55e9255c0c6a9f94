package dev.picturelock.provenance.ledger.anchoring.http;

import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import dev.picturelock.provenance.ledger.anchoring.AnchorProofs;
import dev.picturelock.provenance.ledger.http.TitleLogs;
import dev.picturelock.provenance.ledger.http.Waiting;
import dev.picturelock.provenance.ledger.log.Head;
import dev.picturelock.tlog.CanonicalText;
import dev.picturelock.tlog.MalformedException;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.OptionalLong;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/// What the log of logs commits to of a title's logs: a tlog-proof, newest first or, with
/// `?size=N`, the first one at or after that size.
///
/// `?wait=5s` (at most 30s) waits until there is one; without it the answer is 404 until then.
@Authenticated
@Path("/v1/titles/{title}")
class AnchorResource {
  private final TitleLogs titleLogs;
  private final AnchorProofs proofs;
  private final Waiting waiting;

  AnchorResource(TitleLogs titleLogs, AnchorProofs proofs, Waiting waiting) {
    this.titleLogs = titleLogs;
    this.proofs = proofs;
    this.waiting = waiting;
  }

  @GET
  @RunOnVirtualThread
  @Path("log/anchor")
  @Produces("text/plain; charset=utf-8")
  public RestResponse<byte[]> growing(
      @PathParam("title") String title,
      @QueryParam("size") @Nullable String size,
      @QueryParam("wait") @Nullable String wait) {
    return anchor(titleLogs.growing(title), size, wait);
  }

  @GET
  @RunOnVirtualThread
  @Path("logs/{log}/anchor")
  @Produces("text/plain; charset=utf-8")
  public RestResponse<byte[]> one(
      @PathParam("title") String title,
      @PathParam("log") String log,
      @QueryParam("size") @Nullable String size,
      @QueryParam("wait") @Nullable String wait) {
    return anchor(titleLogs.one(title, log), size, wait);
  }

  private RestResponse<byte[]> anchor(Head log, @Nullable String size, @Nullable String wait) {
    var from = size(size);
    var anchor =
        waiting
            .await(wait, () -> proofs.find(log, from))
            .orElseThrow(() ->
                new ProblemException(
                    ProblemType.NOT_FOUND,
                    "the log of logs does not have this size of log '"
                        + log.origin()
                        + "' (yet; ?wait=30s waits for it)"));
    return ResponseBuilder.ok(anchor.toBytes()).header("Cache-Control", "no-store").build();
  }

  private static OptionalLong size(@Nullable String size) {
    try {
      return size == null
          ? OptionalLong.empty()
          : OptionalLong.of(CanonicalText.decimal("size", size));
    } catch (MalformedException e) {
      throw new ProblemException(ProblemType.INVALID_PARAMETER, "size: " + e.reason());
    }
  }
}
