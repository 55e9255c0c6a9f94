package dev.picturelock.intake.title.http;

import dev.picturelock.intake.submission.Acknowledgement;
import dev.picturelock.intake.submission.http.Submits;
import dev.picturelock.intake.title.MoveTitle;
import dev.picturelock.intake.title.OpenTitle;
import dev.picturelock.intake.title.Title;
import dev.picturelock.intake.title.TitleGate;
import dev.picturelock.kit.json.BodyLimit;
import dev.picturelock.kit.json.JsonBody;
import dev.picturelock.kit.page.Cursor;
import dev.picturelock.kit.page.Page;
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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/titles")
@Authenticated
@Tag(name = "titles")
class TitleResource {
  private final OpenTitle openTitle;
  private final MoveTitle moveTitle;
  private final TitleGate gate;
  private final Acknowledgement acknowledgement;
  private final BodyLimit limit;

  TitleResource(
      OpenTitle openTitle,
      MoveTitle moveTitle,
      TitleGate gate,
      Acknowledgement acknowledgement,
      BodyLimit limit) {
    this.openTitle = openTitle;
    this.moveTitle = moveTitle;
    this.gate = gate;
    this.acknowledgement = acknowledgement;
    this.limit = limit;
  }

  record OpenTitleBody(String id, String name, @Nullable String policyPack) {}

  record PolicyPackBody(String policyPack) {}

  /// The answer to a move: the pack that judges the title now, and the event that says so.
  record PolicyPackView(
      String title, String policyPack, String changedBy, Instant changedAt, UUID eventId) {
    static PolicyPackView of(Title title) {
      var pack = title.pack();
      return new PolicyPackView(
          title.id(), pack.name(), pack.changedBy(), pack.changedAt(), pack.eventId());
    }
  }

  /// - **policyPack** the exact pack that judges the title now, **policyPackSince** from when
  /// - **policyPackEventId** the event that says so: the opening or the latest move
  record TitleView(
      String id,
      String name,
      String policyPack,
      Instant policyPackSince,
      UUID policyPackEventId,
      String openedBy,
      Instant openedAt,
      UUID eventId) {
    static TitleView of(Title title) {
      return new TitleView(
          title.id(),
          title.name(),
          title.policyPack(),
          title.pack().changedAt(),
          title.pack().eventId(),
          title.openedBy(),
          title.openedAt(),
          title.eventId());
    }
  }

  @POST
  @Submits
  @Consumes("application/json")
  @Operation(summary = "Opens a title (realm role admin)")
  @RequestBody(content = @Content(schema = @Schema(implementation = OpenTitleBody.class)))
  @APIResponse(responseCode = "201", description = "The title was opened")
  @APIResponse(responseCode = "200", description = "The same title was open already")
  @APIResponse(responseCode = "409", description = "The id stands for another title")
  @APIResponse(responseCode = "422", description = "The policy pack is not installed")
  @APIResponse(responseCode = "429", description = "Too much at once; nothing was stored")
  public RestResponse<TitleView> open(InputStream stream) throws IOException {
    var body = JsonBody.read(limit.read(stream), OpenTitleBody.class);
    var opened = openTitle.handle(body.id(), body.name(), body.policyPack());
    acknowledgement.await(List.of(opened.title().eventId()));
    var answer =
        opened.created()
            ? RestResponse.ResponseBuilder.<TitleView>created(URI.create("/v1/titles/" + body.id()))
            : RestResponse.ResponseBuilder.<TitleView>ok();
    return answer.entity(TitleView.of(opened.title())).build();
  }

  @GET
  @Operation(summary = "Lists the titles you have a role in")
  public Page<TitleView> list(
      @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable String limit) {
    int size = Page.limit(limit);
    var found = gate.visible(Cursor.decode(cursor), size + 1);
    return Page.of(found, size, Title::id).map(TitleView::of);
  }

  @GET
  @Path("/{title}")
  @Operation(summary = "Shows a title")
  public TitleView get(String title) {
    return TitleView.of(gate.read(title));
  }

  @PUT
  @Submits
  @Path("/{title}/policy-pack")
  @Consumes("application/json")
  @Operation(
      summary = "Moves a title to another policy pack (realm role admin)",
      description =
          "An id means its newest installed version. Later registrations are judged by the new"
              + " pack, what was registered before stays judged by the old one. The pack the"
              + " title has already changes nothing.")
  @RequestBody(content = @Content(schema = @Schema(implementation = PolicyPackBody.class)))
  @APIResponse(responseCode = "200", description = "The pack that judges the title now")
  @APIResponse(responseCode = "404", description = "The title was never opened")
  @APIResponse(responseCode = "422", description = "The policy pack is not installed")
  @APIResponse(responseCode = "429", description = "Too much at once; nothing was stored")
  public PolicyPackView move(String title, InputStream stream) throws IOException {
    var body = JsonBody.read(limit.read(stream), PolicyPackBody.class);
    var moved = moveTitle.handle(title, body.policyPack());
    acknowledgement.await(List.of(moved.pack().eventId()));
    return PolicyPackView.of(moved);
  }
}
