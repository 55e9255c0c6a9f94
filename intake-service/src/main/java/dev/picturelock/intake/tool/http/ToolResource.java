package dev.picturelock.intake.tool.http;

import dev.picturelock.contracts.event.ToolRegistered;
import dev.picturelock.intake.submission.Acknowledgement;
import dev.picturelock.intake.submission.http.Submits;
import dev.picturelock.intake.tool.RecordTerms;
import dev.picturelock.intake.tool.RegisterTool;
import dev.picturelock.intake.tool.Tool;
import dev.picturelock.intake.tool.Tools;
import dev.picturelock.kit.json.BodyLimit;
import dev.picturelock.kit.json.JsonBody;
import dev.picturelock.kit.page.Cursor;
import dev.picturelock.kit.page.Page;
import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/tools")
@Authenticated
@Tag(name = "tools")
class ToolResource {
  private final RegisterTool registerTool;
  private final RecordTerms recordTerms;
  private final Tools tools;
  private final Acknowledgement acknowledgement;
  private final BodyLimit limit;

  ToolResource(
      RegisterTool registerTool,
      RecordTerms recordTerms,
      Tools tools,
      Acknowledgement acknowledgement,
      BodyLimit limit) {
    this.registerTool = registerTool;
    this.recordTerms = recordTerms;
    this.tools = tools;
    this.acknowledgement = acknowledgement;
    this.limit = limit;
  }

  record ToolBody(
      String name, @Nullable String vendor, @Nullable String kind, @Nullable String homepage) {}

  @PUT
  @Submits
  @Path("/{tool}")
  @Consumes("application/json")
  @Operation(summary = "Registers a tool or changes its description (admin, production, legal)")
  @RequestBody(content = @Content(schema = @Schema(implementation = ToolBody.class)))
  @APIResponse(responseCode = "201", description = "The tool was not known before")
  @APIResponse(responseCode = "200", description = "The tool was known; it is now described so")
  @APIResponse(responseCode = "429", description = "Too much at once; nothing was stored")
  public RestResponse<ToolView> put(String tool, InputStream stream) throws IOException {
    var body = JsonBody.read(limit.read(stream), ToolBody.class);
    var described =
        new ToolRegistered(tool, body.name(), body.vendor(), body.kind(), body.homepage());
    var registered = registerTool.handle(described);
    acknowledgement.await(List.of(registered.tool().eventId()));
    var answer =
        registered.created()
            ? RestResponse.ResponseBuilder.<ToolView>created(URI.create("/v1/tools/" + tool))
            : RestResponse.ResponseBuilder.<ToolView>ok();
    return answer.entity(ToolView.of(registered.tool(), tools.terms(tool))).build();
  }

  @GET
  @Operation(summary = "Lists the tools; open to every account")
  public Page<ToolView> list(
      @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable String limit) {
    int size = Page.limit(limit);
    var found = tools.after(Cursor.decode(cursor), size + 1);
    return Page.of(found, size, Tool::id).map(tool -> ToolView.of(tool, tools.terms(tool.id())));
  }

  @GET
  @Path("/{tool}")
  @Operation(summary = "Shows a tool with every snapshot of its terms, newest first")
  public ToolView get(String tool) {
    return tools
        .find(tool)
        .map(found -> ToolView.of(found, tools.terms(tool)))
        .orElseThrow(() ->
            new ProblemException(ProblemType.NOT_FOUND, "tool '" + tool + "' is not registered"));
  }

  @POST
  @Submits
  @Path("/{tool}/terms")
  @Consumes("application/json")
  @Operation(summary = "Records a dated snapshot of a tool's terms (admin, production, legal)")
  @RequestBody(content = @Content(schema = @Schema(implementation = TermsBody.class)))
  @APIResponse(responseCode = "201", description = "The snapshot was recorded")
  @APIResponse(responseCode = "200", description = "The same snapshot was recorded before")
  @APIResponse(responseCode = "429", description = "Too much at once; nothing was stored")
  public RestResponse<TermsView> record(String tool, InputStream stream) throws IOException {
    var body = JsonBody.read(limit.read(stream), TermsBody.class);
    var recorded = recordTerms.handle(tool, body.toReading());
    acknowledgement.await(List.of(recorded.terms().eventId()));
    var answer =
        recorded.created()
            ? RestResponse.ResponseBuilder.<TermsView>created(URI.create("/v1/tools/" + tool))
            : RestResponse.ResponseBuilder.<TermsView>ok();
    return answer.entity(TermsView.of(recorded.terms())).build();
  }
}
