package dev.picturelock.provenance.cut.http;

import dev.picturelock.kit.page.Cursor;
import dev.picturelock.kit.page.Page;
import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import dev.picturelock.provenance.cut.Clearance.OfElement;
import dev.picturelock.provenance.cut.Cut;
import dev.picturelock.provenance.cut.ImportCut;
import dev.picturelock.provenance.cut.LockCut;
import dev.picturelock.provenance.cut.LockCut.Outcome;
import dev.picturelock.provenance.cut.NewCut;
import dev.picturelock.provenance.cut.ReadCuts;
import dev.picturelock.provenance.cut.Verdict;
import dev.picturelock.provenance.cut.http.CutView.ReasonView;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/// Cuts of a title: import, clearance, lock.
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/titles")
class CutResource {
  private static final int LARGEST_FILE = 64 * 1024 * 1024;

  private final ImportCut importCut;
  private final ReadCuts cuts;
  private final LockCut lockCut;
  private final CutQuery query;

  CutResource(ImportCut importCut, ReadCuts cuts, LockCut lockCut, CutQuery query) {
    this.importCut = importCut;
    this.cuts = cuts;
    this.lockCut = lockCut;
    this.query = query;
  }

  /// What an import came to.
  public record Imported(
      String cut, int elements, long matched, long unmatched, Verdict verdict, UUID eventId) {}

  /// The clearance of a whole cut.
  ///
  /// - **ledgerSize**, **at** what was looked at, and the moment that decides what has expired
  /// - **blocking** elements that stand in the way of a lock
  public record ClearanceView(
      String cut,
      long ledgerSize,
      Instant at,
      Verdict verdict,
      Map<Verdict, Long> verdicts,
      List<ReasonView> reasons,
      List<BlockingView> blocking) {}

  /// An element that stands in the way of a lock.
  public record BlockingView(
      int index, String track, String name, Verdict verdict, List<ReasonView> reasons) {
    static BlockingView of(OfElement one) {
      return new BlockingView(
          one.element().index(),
          one.element().track().name(),
          one.element().name(),
          one.verdict(),
          CutView.reasons(one.reasons()));
    }
  }

  @POST
  @Path("{title}/cuts")
  @Consumes("*/*")
  public RestResponse<Imported> add(
      @PathParam("title") String title,
      @QueryParam("name") @Nullable String name,
      @QueryParam("format") @Nullable String format,
      @QueryParam("rate") @Nullable String rate,
      InputStream body)
      throws IOException {
    importCut.requireAllowed(title);
    var said = NewCut.of(name, format, rate);
    var imported = importCut.handle(title, said, file(body));
    var cut = imported.cut();
    var matched = imported.judged().matched();
    var answer =
        new Imported(
            cut.id(),
            cut.elements(),
            matched,
            cut.elements() - matched,
            imported.judged().clearance().verdict(),
            cut.eventId());
    return imported.isNew()
        ? ResponseBuilder.<Imported>created(URI.create("/v1/titles/" + title + "/cuts/" + cut.id()))
            .entity(answer)
            .build()
        : ResponseBuilder.ok(answer).build();
  }

  private static byte[] file(InputStream body) throws IOException {
    var file = body.readNBytes(LARGEST_FILE + 1);
    if (file.length > LARGEST_FILE) {
      throw new ProblemException(
          ProblemType.BODY_TOO_LARGE, "the file is larger than " + LARGEST_FILE + " bytes");
    }
    if (file.length == 0) {
      throw new ProblemException(
          ProblemType.MALFORMED_BODY, "the body is empty; send the file itself as the body");
    }
    return file;
  }

  @GET
  @Path("{title}/cuts")
  public Page<CutSummary> list(
      @PathParam("title") String title,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable String limit) {
    int size = CutQuery.limit(limit);
    var found = cuts.list(title, Cursor.decode(cursor), size + 1);
    return Page.of(found, size, Cut::id).map(CutSummary::of);
  }

  @GET
  @Path("{title}/cuts/{cut}")
  public CutView cut(
      @PathParam("title") String title,
      @PathParam("cut") String id,
      @QueryParam("at") @Nullable String at) {
    var cut = cuts.find(title, id);
    return CutView.of(cut, cuts.judge(cut, query.asOf(title, at)));
  }

  @GET
  @Path("{title}/cuts/{cut}/clearance")
  public ClearanceView clearance(
      @PathParam("title") String title,
      @PathParam("cut") String id,
      @QueryParam("at") @Nullable String at) {
    var cut = cuts.find(title, id);
    var asOf = query.asOf(title, at);
    var judged = cuts.judge(cut, asOf);
    return new ClearanceView(
        cut.id(),
        asOf.position().size(),
        asOf.moment(),
        judged.clearance().verdict(),
        CutView.counts(judged),
        CutView.reasons(judged.clearance().reasons()),
        judged.blocking().stream().map(BlockingView::of).toList());
  }

  @POST
  @Path("{title}/cuts/{cut}/lock")
  public CutView lock(@PathParam("title") String title, @PathParam("cut") String id) {
    return switch (lockCut.handle(title, id)) {
      case Outcome.Locked(var cut, _) -> CutView.of(cut, cuts.judge(cut, query.asOf(title, null)));
      case Outcome.Blocked(var verdict, var reasons, var elements) ->
          throw new ProblemException(
              ProblemType.NOT_ALLOWED_NOW,
              "cut '%s' is %s: %d of its elements are neither CLEARED nor NO_AI"
                  .formatted(id, verdict, elements.size()),
              List.of(),
              Map.of(
                  "verdict",
                  verdict,
                  "reasons",
                  CutView.reasons(reasons),
                  "blocking",
                  elements.stream().map(BlockingView::of).toList()));
    };
  }
}
