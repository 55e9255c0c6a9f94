package dev.picturelock.intake.use.http;

import dev.picturelock.intake.submission.Acknowledgement;
import dev.picturelock.intake.submission.Checks;
import dev.picturelock.intake.submission.IdempotencyKey;
import dev.picturelock.intake.submission.http.Submits;
import dev.picturelock.intake.title.TitleGate;
import dev.picturelock.intake.use.ReportUse;
import dev.picturelock.intake.use.UseReport;
import dev.picturelock.intake.use.UseVersion;
import dev.picturelock.intake.use.Uses;
import dev.picturelock.kit.json.BodyLimit;
import dev.picturelock.kit.json.JsonBody;
import dev.picturelock.kit.page.Cursor;
import dev.picturelock.kit.page.Page;
import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

// The title stands in the paths of the methods, because the router answers 404 instead of 405 where
// the path of a class holds a parameter.
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/titles")
@Authenticated
@Tag(name = "uses")
class UseResource {
  private static final int ACCEPTED = 202;

  private final ReportUse reportUse;
  private final Uses uses;
  private final TitleGate gate;
  private final Acknowledgement acknowledgement;
  private final BodyLimit limit;

  UseResource(
      ReportUse reportUse,
      Uses uses,
      TitleGate gate,
      Acknowledgement acknowledgement,
      BodyLimit limit) {
    this.reportUse = reportUse;
    this.uses = uses;
    this.gate = gate;
    this.acknowledgement = acknowledgement;
    this.limit = limit;
  }

  record UseBody(
      String use,
      @Nullable String description,
      @Nullable String tool,
      @Nullable Map<String, Object> facts) {
    UseReport toReport() {
      return new UseReport(use, description, tool, facts == null ? Map.of() : facts);
    }
  }

  /// The answer to a report.
  record Reported(String use, int version, UUID eventId) {}

  @POST
  @Submits
  @Path("/{title}/uses")
  @Consumes("application/json")
  @Operation(summary = "Reports an intended use; changed content becomes the next version")
  @RequestBody(content = @Content(schema = @Schema(implementation = UseBody.class)))
  @APIResponse(responseCode = "202", description = "The report is on the event log")
  @APIResponse(responseCode = "409", description = "The Idempotency-Key stands for other content")
  @APIResponse(responseCode = "422", description = "The tool is not registered")
  @APIResponse(responseCode = "429", description = "Too much at once; nothing was stored")
  public RestResponse<Reported> report(
      String title, @HeaderParam("Idempotency-Key") @Nullable String header, InputStream body)
      throws IOException {
    var opened = reportUse.enter(title);
    var report = JsonBody.read(limit.read(body), UseBody.class).toReport();
    var use = reportUse.handle(opened, report, IdempotencyKey.of(header, null));
    acknowledgement.await(List.of(use.eventId()));
    return RestResponse.ResponseBuilder.<Reported>create(ACCEPTED)
        .entity(new Reported(use.use(), use.version(), use.eventId()))
        .build();
  }

  @GET
  @Path("/{title}/uses")
  @Operation(summary = "Lists the reported uses in their latest versions")
  public Page<UseView> list(
      String title,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable String limit) {
    gate.read(title);
    int size = Page.limit(limit);
    var found = uses.after(title, Cursor.decode(cursor), size + 1);
    return Page.of(found, size, UseVersion::use).map(UseView::of);
  }

  @GET
  @Path("/{title}/uses/{use}")
  @Operation(summary = "Shows a use with all its versions, newest first")
  public UseHistory get(String title, String use) {
    gate.read(title);
    var versions =
        Checks.NAME.matcher(use).matches() ? uses.versions(title, use) : List.<UseVersion>of();
    if (versions.isEmpty()) {
      throw new ProblemException(
          ProblemType.NOT_FOUND, "use '" + use + "' was never reported in title '" + title + "'");
    }
    return new UseHistory(use, versions.stream().map(UseView::of).toList());
  }

  /// A use with all its versions, newest first.
  record UseHistory(String use, List<UseView> versions) {}
}
