package dev.picturelock.provenance.cut.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.picturelock.kit.access.Caller;
import dev.picturelock.kit.answer.Answers;
import dev.picturelock.kit.answer.Places;
import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import dev.picturelock.provenance.cut.ReadCuts;
import dev.picturelock.provenance.ledger.Receipts;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/// The receipts of everything that a cut leans on, in one file.
///
/// Only few are made at once, and only some lie on disk until their callers have read them or are
/// gone; of these, no account has so many that another one goes without.
@Authenticated
@Path("/v1/titles")
class CutReceiptsResource {
  private static final int MADE_AT_ONCE = 2;
  private static final int KEPT_AT_ONCE = 16;

  private final Semaphore makers = new Semaphore(MADE_AT_ONCE);
  private final Places kept = new Places(KEPT_AT_ONCE);
  private final Caller caller;
  private final Answers answers;
  private final ReadCuts cuts;
  private final Receipts receipts;
  private final CutQuery query;
  private final ObjectMapper json;

  CutReceiptsResource(
      Caller caller,
      Answers answers,
      ReadCuts cuts,
      Receipts receipts,
      CutQuery query,
      ObjectMapper json) {
    this.caller = caller;
    this.answers = answers;
    this.cuts = cuts;
    this.receipts = receipts;
    this.query = query;
    this.json = json;
  }

  /// The file is made whole before the first byte leaves: whoever has it has every receipt
  /// verified, and a ledger that does not prove an entry is answered with 503 and not with half a
  /// file.
  @GET
  @Path("{title}/cuts/{cut}/receipts")
  @Produces("application/zip")
  public RestResponse<StreamingOutput> receipts(
      @PathParam("title") String title,
      @PathParam("cut") String id,
      @QueryParam("at") @Nullable String at)
      throws IOException {
    var cut = cuts.find(title, id);
    var asOf = query.asOf(title, at);
    var account = caller.actor();
    if (!kept.take(account)) {
      throw new ProblemException(
          ProblemType.TOO_MANY_REQUESTS,
          "receipts of other cuts, yours or of all together, are still being read; read them first");
    }
    answers.whenOver(() -> kept.giveBack(account));
    if (!makers.tryAcquire()) {
      throw new ProblemException(
          ProblemType.TOO_MANY_REQUESTS, "receipts of other cuts are being made; ask again soon");
    }
    try {
      var foundation = cuts.foundation(cut, asOf);
      // Asked for after the cut was judged, so that the checkpoint covers whatever was seen.
      var zip = SpooledFile.of(new ReceiptsZip(foundation, receipts.of(title), json)::write);
      answers.whenOver(zip::close);
      return ResponseBuilder.<StreamingOutput>ok(zip)
          .header("Content-Length", zip.size())
          .header("Content-Disposition", "attachment; filename=\"" + id + "-receipts.zip\"")
          .header("Cache-Control", "no-store")
          .build();
    } finally {
      makers.release();
    }
  }
}
